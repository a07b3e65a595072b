// SPDX-License-Identifier: MIT
/** Influence asked for in pieces: their sizes and progress, and what ends it before all is there. */
import { expect, test } from 'vitest';
import type { Influence, InfluenceProgress } from '../../web/contract/individual.js';
import { Cancelled, EngineClient, Superseded } from '../../web/engine/client.js';
import type { Plan } from '../../web/contract/plan.js';
import type { Reply, Request } from '../../web/engine/messages.js';

const total = 40;
const plan = (title: string): Plan => ({ schemaVersion: 1, title, files: [], instruments: [], outcomes: [] });

/** Rows whose only content is which participant they are of. */
function piece(from: number, count: number): Influence {
  const numbers = Array.from({ length: Math.max(0, Math.min(count, total - from)) }, (_, i) => from + i);
  const rows = numbers.map((at) => ({
    participant: `p${at}`,
    arm: 'a',
    estimate: at,
    lower: null,
    upper: null,
    pValue: null,
    moves: 0,
    status: 'converged',
  }));
  const effects = [{ arm: 'a', reference: 'b', estimate: 1, se: 1, rows }];
  return { outcomes: [{ outcome: 'fss', effects }], failed: [], participants: total };
}

/** Holds what it is asked until the test answers. */
class HeldWorker {
  readonly requests: Request[] = [];
  terminated = false;
  private _answered = 0;
  onmessage: ((event: { data: Reply }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;

  postMessage(request: Request): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  get hasMore(): boolean {
    return this._answered < this.requests.length;
  }

  /** Answers the next request as a worker that takes `msEach` per participant would. */
  async answer(msEach = 10): Promise<void> {
    const request = this.requests[this._answered++]!;
    const isInfluence = request.kind === 'influence';
    const result = isInfluence ? piece(request.from, request.count) : { title: request.kind };
    const elapsedMs = isInfluence ? request.count * msEach : 5;
    this.onmessage?.({ data: { id: request.id, ok: true, result, elapsedMs } as unknown as Reply });
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function start(): { client: EngineClient; worker: () => HeldWorker; workers: HeldWorker[] } {
  const workers: HeldWorker[] = [];
  const client = new EngineClient(() => {
    const worker = new HeldWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { client, worker: () => workers.at(-1)!, workers };
}

const asked = (worker: HeldWorker): [number, number][] =>
  worker.requests.flatMap((request) => (request.kind === 'influence' ? [[request.from, request.count]] : []));

async function answerAll(worker: HeldWorker): Promise<void> {
  while (worker.hasMore) await worker.answer();
}

test('the whole is analysed first, then pieces grow to about 50 ms, and together they are everybody', async () => {
  const { client, worker } = start();
  const progress: InfluenceProgress[] = [];
  const influence = client.influence(plan('a'), { onProgress: (at) => progress.push(at) });
  for (let i = 0; i < 6; i++) await worker().answer(5);
  expect(asked(worker())).toEqual([
    [0, 0],
    [0, 1],
    [1, 4],
    [5, 10],
    [15, 10],
    [25, 10],
    [35, 5],
  ]);
  await worker().answer(5);
  const { outcomes, participants } = await influence;
  expect(participants).toBe(total);
  expect(outcomes[0]!.effects[0]!.rows.map(({ participant }) => participant)).toEqual(
    Array.from({ length: total }, (_, at) => `p${at}`),
  );
  expect(progress.slice(0, 3)).toEqual([
    { done: 0, total, msLeft: null },
    { done: 1, total, msLeft: 39 * 5 },
    { done: 5, total, msLeft: 35 * 5 },
  ]);
  expect(progress.at(-1)).toEqual({ done: total, total, msLeft: 0 });
});

test('where one participant takes longer than a piece should, they are left out one by one', async () => {
  const { client, worker } = start();
  const influence = client.influence(plan('a'));
  for (let i = 0; i < 5; i++) await worker().answer(400);
  expect(asked(worker()).slice(1)).toEqual([
    [0, 1],
    [1, 1],
    [2, 1],
    [3, 1],
    [4, 1],
  ]);
  client.dispose();
  await expect(influence).rejects.toBeInstanceOf(Cancelled);
});

test('a newer analysis comes next, and nothing more is asked for', async () => {
  const { client, worker } = start();
  const influence = client.influence(plan('a'));
  await worker().answer();
  const report = client.analyze(plan('b'));
  await expect(influence).rejects.toBeInstanceOf(Superseded);
  expect(worker().requests.map(({ kind }) => kind)).toEqual(['influence', 'influence', 'analyze']);
  await worker().answer(); // the piece that was being computed
  await worker().answer();
  expect(await report).toEqual({ title: 'analyze' });
  expect(worker().requests).toHaveLength(3);
});

test.each<[string, (client: EngineClient) => unknown]>([
  ['another influence', (client) => client.influence(plan('b')).catch(() => undefined)],
  ['other files', (client) => client.readFiles([new File(['x'], 'a.csv')]).catch(() => undefined)],
  ['fewer files', (client) => client.removeFiles(['a.csv']).catch(() => undefined)],
])('%s makes it superseded', async (_, next) => {
  const { client, worker } = start();
  const influence = client.influence(plan('a'));
  await worker().answer();
  void next(client);
  await expect(influence).rejects.toBeInstanceOf(Superseded);
  client.dispose();
});

test('single participants and a check are answered between two pieces', async () => {
  const { client, worker } = start();
  const influence = client.influence(plan('a'));
  await worker().answer();
  const individual = client.individual(plan('a'));
  const check = client.check(plan('a'));
  await worker().answer(); // the piece before them
  await worker().answer();
  expect(await individual).toEqual({ title: 'individual' });
  await worker().answer();
  expect(await check).toEqual({ title: 'check' });
  expect(worker().requests.map(({ kind }) => kind)).toEqual([
    'influence',
    'influence',
    'individual',
    'check',
    'influence',
  ]);
  await answerAll(worker());
  expect((await influence).outcomes[0]!.effects[0]!.rows).toHaveLength(total);
});

test('an aborted signal and cancel end it, and the worker stays', async () => {
  const { client, worker, workers } = start();
  await expect(client.influence(plan('a'), { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(Cancelled);
  expect(workers).toHaveLength(0);
  const controller = new AbortController();
  const aborted = client.influence(plan('a'), { signal: controller.signal });
  await worker().answer();
  controller.abort();
  await expect(aborted).rejects.toBeInstanceOf(Cancelled);
  const cancelled = client.influence(plan('a'));
  client.cancel();
  await expect(cancelled).rejects.toBeInstanceOf(Cancelled);
  expect(workers).toHaveLength(1);
  expect(worker().terminated).toBe(false);
});

test('cancelling an analysis ends the influence asked for after it', async () => {
  const { client, workers } = start();
  const report = client.analyze(plan('a'));
  const influence = client.influence(plan('a'));
  client.cancel();
  await expect(report).rejects.toBeInstanceOf(Cancelled);
  await expect(influence).rejects.toBeInstanceOf(Cancelled);
  expect(workers.at(-1)!.requests).toEqual([]);
});

test('a crash rejects it with everything pending', async () => {
  const { client, worker, workers } = start();
  const influence = client.influence(plan('a'));
  await worker().answer();
  const individual = client.individual(plan('a'));
  worker().onerror?.({ message: 'out of memory', preventDefault: () => undefined });
  await expect(influence).rejects.toMatchObject({ code: 'engine_crashed' });
  await expect(individual).rejects.toMatchObject({ code: 'engine_crashed' });
  const again = client.influence(plan('a'));
  expect(workers).toHaveLength(2);
  await answerAll(worker());
  expect((await again).outcomes[0]!.effects[0]!.rows).toHaveLength(total);
});

test('a piece that is refused is the error of the whole', async () => {
  const { client, worker } = start();
  const influence = client.influence(plan('a'));
  const error = { code: 'one_arm', message: 'only one arm', detail: {} };
  worker().onmessage?.({ data: { id: worker().requests[0]!.id, ok: false, error, elapsedMs: 5 } });
  await expect(influence).rejects.toMatchObject({ name: 'EngineError', code: 'one_arm' });
});
