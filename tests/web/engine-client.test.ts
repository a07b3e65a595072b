// SPDX-License-Identifier: MIT
/** The page's side of the worker, with a worker that the test answers for. */
import { expect, test, vi } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { EngineClient, Superseded } from '../../web/engine/client.js';
import type { Reply, Request } from '../../web/engine/messages.js';

class FakeWorker {
  readonly requests: Request[] = [];
  terminated = false;
  onmessage: ((event: { data: Reply }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;

  postMessage(request: Request): void {
    this.requests.push(request);
  }

  terminate(): void {
    this.terminated = true;
  }

  answer(index: number, result: unknown): void {
    this.onmessage?.({ data: { id: this.requests[index]!.id, ok: true, result, elapsedMs: 5 } as Reply });
  }

  refuse(index: number, message: string): void {
    const error = { code: 'bad', message, detail: { column: 'x' } };
    this.onmessage?.({ data: { id: this.requests[index]!.id, ok: false, error, elapsedMs: 5 } });
  }

  crash(message: string): void {
    this.onerror?.({ message, preventDefault: () => undefined });
  }
}

function clientWithWorkers(): { client: EngineClient; workers: FakeWorker[] } {
  const workers: FakeWorker[] = [];
  const client = new EngineClient(() => {
    const worker = new FakeWorker();
    workers.push(worker);
    return worker as unknown as Worker;
  });
  return { client, workers };
}

const plan = (title: string): Plan => ({ schemaVersion: 1, title, files: [], instruments: [], outcomes: [] });
const kinds = (worker: FakeWorker | undefined): string[] => worker?.requests.map(({ kind }) => kind) ?? [];

test('an answer reaches the call with its id, whatever the order', async () => {
  const { client, workers } = clientWithWorkers();
  const [first, second] = [client.version(), client.version()];
  workers[0]!.answer(1, 'second');
  workers[0]!.answer(0, 'first');
  expect(await Promise.all([first, second])).toEqual(['first', 'second']);
  expect(client.elapsedMs).toBe(5);
});

test('an error of the core arrives as EngineError with code and detail', async () => {
  const { client, workers } = clientWithWorkers();
  const version = client.version();
  workers[0]!.refuse(0, 'no such column');
  await expect(version).rejects.toMatchObject({
    name: 'EngineError',
    code: 'bad',
    message: 'no such column',
    detail: { column: 'x' },
  });
});

test('of plans that come while one runs only the newest is sent', async () => {
  const { client, workers } = clientWithWorkers();
  const [a, b, c] = ['a', 'b', 'c'].map((title) => client.analyze(plan(title)));
  await expect(b).rejects.toBeInstanceOf(Superseded);
  workers[0]!.answer(0, { title: 'a' });
  await expect(a).rejects.toBeInstanceOf(Superseded);
  await vi.waitFor(() => expect(workers[0]!.requests).toHaveLength(2));
  expect(workers[0]!.requests[1]).toMatchObject({ kind: 'analyze', plan: { title: 'c' } });
  workers[0]!.answer(1, { title: 'c' });
  expect(await c).toEqual({ title: 'c' });
});

test('a crash rejects everything pending, and the next call has a new worker with the same files', async () => {
  const { client, workers } = clientWithWorkers();
  const file = new File(['id\n1\n'], 'a.csv');
  const read = client.readFiles([file]);
  workers[0]!.answer(0, { files: [], plan: plan('read') });
  await read;
  const [version, running, waiting] = [client.version(), client.analyze(plan('a')), client.analyze(plan('b'))];
  workers[0]!.crash('out of memory');
  for (const call of [version, running, waiting]) {
    await expect(call).rejects.toMatchObject({
      code: 'engine_crashed',
      message: expect.stringContaining('out of memory') as string,
    });
  }
  expect(workers[0]!.terminated).toBe(true);
  const again = client.analyze(plan('c'));
  expect(kinds(workers[1])).toEqual(['read', 'analyze']);
  expect(workers[1]!.requests[0]).toMatchObject({ files: [file] });
  workers[1]!.answer(1, { title: 'c' });
  expect(await again).toEqual({ title: 'c' });
});

test('a file that is read first is sent once', () => {
  const { client, workers } = clientWithWorkers();
  void client.readFiles([new File(['x'], 'a.csv')]);
  expect(kinds(workers[0])).toEqual(['read']);
});

test('cancel ends the analysis as superseded and keeps the files', async () => {
  const { client, workers } = clientWithWorkers();
  void client.readFiles([new File(['x'], 'a.csv')]).catch(() => undefined);
  const running = client.analyze(plan('long'));
  client.cancel();
  await expect(running).rejects.toBeInstanceOf(Superseded);
  void client.analyze(plan('next'));
  expect(kinds(workers[1])).toEqual(['read', 'analyze']);
});

test('a message that cannot be sent is an error of that call only', async () => {
  const { client, workers } = clientWithWorkers();
  void client.version();
  workers[0]!.postMessage = () => {
    throw new Error('could not be cloned');
  };
  await expect(client.version()).rejects.toMatchObject({ code: 'engine_crashed' });
});
