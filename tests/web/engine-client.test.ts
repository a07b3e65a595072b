// SPDX-License-Identifier: MIT
/** The page's side of the worker, with a worker that the test answers for. */
import { expect, test, vi } from 'vitest';
import type { Plan } from '../../web/contract/plan.js';
import { Cancelled, EngineClient, Superseded } from '../../web/engine/client.js';
import type { FileProgress, Reply, Request, WorkerMessage } from '../../web/engine/messages.js';

class FakeWorker {
  readonly requests: Request[] = [];
  terminated = false;
  onmessage: ((event: { data: Reply | WorkerMessage }) => void) | null = null;
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

  tell(index: number, iteration: number): void {
    const progress = { stage: 'fit', outcome: 'fss', iteration, objective: 100 };
    this.onmessage?.({ data: { id: this.requests[index]!.id, progress } });
  }

  finish(index: number, finished: string): void {
    this.onmessage?.({ data: { id: this.requests[index]!.id, finished } });
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

test('cancel ends the analysis and the one that waits, and a new worker has the files', async () => {
  const { client, workers } = clientWithWorkers();
  const file = new File(['x'], 'a.csv');
  const read = client.readFiles([file]);
  workers[0]!.answer(0, { files: [], plan: plan('read') });
  await read;
  const [running, waiting] = [client.analyze(plan('long')), client.analyze(plan('longer'))];
  client.cancel();
  await expect(running).rejects.toBeInstanceOf(Cancelled);
  await expect(waiting).rejects.toBeInstanceOf(Cancelled);
  expect(workers[0]!.terminated).toBe(true);
  const next = client.analyze(plan('next'));
  expect(kinds(workers[1])).toEqual(['read', 'analyze']);
  expect(workers[1]!.requests[0]).toMatchObject({ files: [file] });
  workers[1]!.answer(1, { title: 'next' });
  expect(await next).toEqual({ title: 'next' });
});

test('files that were being read when the analysis was cancelled are read by the new worker', async () => {
  const { client, workers } = clientWithWorkers();
  const running = client.analyze(plan('long'));
  const read = client.readFiles([new File(['x'], 'a.csv')]);
  client.cancel();
  await expect(running).rejects.toBeInstanceOf(Cancelled);
  expect(kinds(workers[1])).toEqual(['read']);
  const reply = { files: [], plan: plan('read') };
  workers[1]!.answer(0, reply);
  expect(await read).toEqual(reply);
});

test('reading is heard of and cancelled, and the files held before stay', async () => {
  const { client, workers } = clientWithWorkers();
  const [small, old, large] = [new File(['x'], 'a.csv'), new File(['old'], 'b.csv'), new File(['new'], 'b.csv')];
  const first = client.readFiles([small, old]);
  workers[0]!.answer(0, { files: [], plan: plan('read') });
  await first;
  const heard: FileProgress[] = [];
  const controller = new AbortController();
  const reading = client.readFiles([large], { onReading: (at) => heard.push(at), signal: controller.signal });
  const progress = { file: 'b.csv', bytes: 10, totalBytes: 100, rows: 3 };
  workers[0]!.onmessage?.({ data: { id: workers[0]!.requests[1]!.id, reading: progress } });
  expect(heard).toEqual([progress]);
  controller.abort();
  await expect(reading).rejects.toMatchObject({ name: 'Cancelled', message: 'the reading was cancelled' });
  expect(workers[0]!.terminated).toBe(true);
  expect(workers[1]!.requests).toMatchObject([{ kind: 'read', files: [small, old] }]);
});

test('cancel without an analysis cancels the reading, and answers what else was asked', async () => {
  const { client, workers } = clientWithWorkers();
  const [reading, version] = [client.readFiles([new File(['x'], 'a.csv')]), client.version()];
  client.cancel();
  await expect(reading).rejects.toBeInstanceOf(Cancelled);
  expect(kinds(workers[1])).toEqual(['version']);
  workers[1]!.answer(0, '1');
  expect(await version).toBe('1');
});

test('cancelled while a large file is read, the files of the same drop that were read by then stay', async () => {
  const { client, workers } = clientWithWorkers();
  const [small, large, last] = [new File(['x'], 'a.csv'), new File(['y'], 'b.csv'), new File(['z'], 'c.csv')];
  const reading = client.readFiles([small, large, last]);
  workers[0]!.finish(0, 'a.csv');
  client.cancel();
  await expect(reading).rejects.toMatchObject({ name: 'Cancelled', unread: ['b.csv', 'c.csv'] });
  expect(workers[1]!.requests).toMatchObject([{ kind: 'read', files: [small] }]);
});

test('of two readings one is aborted, and the other is answered', async () => {
  const { client, workers } = clientWithWorkers();
  const [one, other] = [new File(['x'], 'a.csv'), new File(['y'], 'b.csv')];
  const controller = new AbortController();
  const aborted = client.readFiles([one], { signal: controller.signal });
  const kept = client.readFiles([other]);
  controller.abort();
  await expect(aborted).rejects.toBeInstanceOf(Cancelled);
  expect(workers[1]!.requests).toMatchObject([{ kind: 'read', files: [other] }]);
  const reply = { files: [], plan: plan('read') };
  workers[1]!.answer(0, reply);
  expect(await kept).toEqual(reply);
  void client.version();
  expect(workers).toHaveLength(2);
});

test('a file read twice and aborted twice is again the one held before', async () => {
  const { client, workers } = clientWithWorkers();
  const [old, newer, newest] = ['1', '2', '3'].map((text) => new File([text], 'a.csv')) as [File, File, File];
  const first = client.readFiles([old]);
  workers[0]!.answer(0, { files: [], plan: plan('read') });
  await first;
  const controllers = [new AbortController(), new AbortController()];
  const second = client.readFiles([newer], { signal: controllers[0]!.signal });
  const third = client.readFiles([newest], { signal: controllers[1]!.signal });
  controllers[0]!.abort();
  await expect(second).rejects.toBeInstanceOf(Cancelled);
  controllers[1]!.abort();
  await expect(third).rejects.toBeInstanceOf(Cancelled);
  expect(workers[2]!.requests).toMatchObject([{ kind: 'read', files: [old] }]);
});

test('an aborted reading leaves the analysis that runs, and the one that waits', async () => {
  const { client, workers } = clientWithWorkers();
  const [running, waiting] = [client.analyze(plan('a')), client.analyze(plan('b'))];
  const controller = new AbortController();
  const reading = client.readFiles([new File(['x'], 'a.csv')], { signal: controller.signal });
  controller.abort();
  await expect(reading).rejects.toBeInstanceOf(Cancelled);
  expect(kinds(workers[1])).toEqual(['analyze']);
  workers[1]!.answer(0, { title: 'a' });
  await expect(running).rejects.toBeInstanceOf(Superseded);
  await vi.waitFor(() => expect(workers[1]!.requests).toHaveLength(2));
  workers[1]!.answer(1, { title: 'b' });
  expect(await waiting).toEqual({ title: 'b' });
});

test('clear waits for no analysis and no reading: it cancels them, and nothing is held', async () => {
  const { client, workers } = clientWithWorkers();
  const [running, waiting] = [client.analyze(plan('long')), client.analyze(plan('longer'))];
  const reading = client.readFiles([new File(['x'], 'a.csv')]);
  const cleared = client.clear();
  for (const call of [running, waiting, reading]) await expect(call).rejects.toBeInstanceOf(Cancelled);
  await cleared;
  expect(workers[0]!.terminated).toBe(true);
  void client.version();
  expect(kinds(workers[1])).toEqual(['version']);
});

test('clear asks an idle worker to forget everything, whatever its tables are called', async () => {
  const { client, workers } = clientWithWorkers();
  const reading = client.readFiles([new File(['x'], 'trial.xlsx')]);
  workers[0]!.answer(0, { files: [], plan: plan('read') });
  await reading;
  const cleared = client.clear();
  expect(workers[0]!.requests[1]).toMatchObject({ kind: 'remove', all: true });
  workers[0]!.answer(1, { files: [], plan: plan('none') });
  await cleared;
  expect(client.files()).toEqual([]);
});

test('a reading whose signal is aborted already is not begun', async () => {
  const { client, workers } = clientWithWorkers();
  const reading = client.readFiles([new File(['x'], 'a.csv')], { signal: AbortSignal.abort() });
  await expect(reading).rejects.toBeInstanceOf(Cancelled);
  expect(workers).toHaveLength(0);
});

test('a file that brings the worker down is not given to the next', async () => {
  const { client, workers } = clientWithWorkers();
  const [good, bad] = [new File(['x'], 'a.csv'), new File(['y'], 'b.csv')];
  const first = client.readFiles([good]);
  workers[0]!.answer(0, { files: [], plan: plan('read') });
  await first;
  const reading = client.readFiles([bad]);
  workers[0]!.crash('out of memory');
  await expect(reading).rejects.toMatchObject({ code: 'engine_crashed' });
  void client.version();
  expect(workers[1]!.requests[0]).toMatchObject({ kind: 'read', files: [good] });
});

test('cancel without an analysis leaves the worker alone', () => {
  const { client, workers } = clientWithWorkers();
  void client.version();
  client.cancel();
  expect(workers).toHaveLength(1);
  expect(workers[0]!.terminated).toBe(false);
});

test('an aborted signal cancels its analysis, before or while it runs, and none after', async () => {
  const { client, workers } = clientWithWorkers();
  await expect(client.analyze(plan('never'), { signal: AbortSignal.abort() })).rejects.toBeInstanceOf(Cancelled);
  expect(workers).toHaveLength(0);
  const controller = new AbortController();
  const running = client.analyze(plan('a'), { signal: controller.signal });
  controller.abort();
  await expect(running).rejects.toBeInstanceOf(Cancelled);
  const late = new AbortController();
  const done = client.analyze(plan('b'), { signal: late.signal });
  workers[1]!.answer(0, { title: 'b' });
  await done;
  void client.analyze(plan('c'));
  late.abort();
  expect(workers).toHaveLength(2);
});

test('progress reaches the analysis it is of, and ends with it', async () => {
  const { client, workers } = clientWithWorkers();
  const heard: number[] = [];
  const running = client.analyze(plan('a'), { onProgress: ({ iteration }) => heard.push(iteration) });
  workers[0]!.tell(0, 1);
  workers[0]!.tell(0, 2);
  workers[0]!.answer(0, { title: 'a' });
  workers[0]!.tell(0, 3);
  expect(await running).toEqual({ title: 'a' });
  expect(heard).toEqual([1, 2]);
});

test('a message that cannot be sent is an error of that call only', async () => {
  const { client, workers } = clientWithWorkers();
  void client.version();
  workers[0]!.postMessage = () => {
    throw new Error('could not be cloned');
  };
  await expect(client.version()).rejects.toMatchObject({ code: 'engine_crashed' });
});

test('a model on a file of its own is fitted beside the trial, and a cancelled analysis does not lose it', async () => {
  const { client, workers } = clientWithWorkers();
  const file = new File(['x'], 'stored.csv');
  const analysis = client.analyze(plan('long'));
  const fit = client.fit({ formula: 'y ~ x' }, file);
  expect(workers[0]!.requests[1]).toMatchObject({ kind: 'fit', request: { formula: 'y ~ x' }, file });
  client.cancel();
  await expect(analysis).rejects.toBeInstanceOf(Cancelled);
  expect(kinds(workers[1])).toEqual(['fit']);
  workers[1]!.answer(0, { logLik: -1 });
  expect(await fit).toEqual({ logLik: -1 });
  expect(client.files()).toEqual([]);
});

test('at rest there is no worker and nothing pending, and the next call begins with the files', async () => {
  const { client, workers } = clientWithWorkers();
  const file = new File(['id\n1\n'], 'a.csv');
  const read = client.readFiles([file]);
  workers[0]!.answer(0, { files: [], plan: plan('read') });
  await read;
  const [unread, running] = [client.readFiles([new File(['id\n2\n'], 'b.csv')]), client.analyze(plan('a'))];
  client.rest();
  for (const call of [unread, running]) await expect(call).rejects.toBeInstanceOf(Cancelled);
  expect(workers[0]!.terminated).toBe(true);
  expect(workers).toHaveLength(1);
  void client.analyze(plan('b'));
  expect(kinds(workers[1])).toEqual(['read', 'analyze']);
  expect(workers[1]!.requests[0]).toMatchObject({ files: [file] });
});

test('a new worker is told by which plan the tables were held, once that plan was answered', async () => {
  const { client, workers } = clientWithWorkers();
  const file = new File(['x'], 'a.csv');
  const read = client.readFiles([file]);
  workers[0]!.answer(0, { files: [], plan: plan('read') });
  await read;
  const check = client.check(plan('by hand'));
  workers[0]!.answer(1, {});
  await check;
  const running = client.analyze(plan('brings it down'));
  workers[0]!.crash('out of memory');
  await expect(running).rejects.toMatchObject({ code: 'engine_crashed' });
  void client.readFiles([new File(['y'], 'b.csv')]);
  expect(workers[1]!.requests).toMatchObject([{ files: [file], plan: { title: 'by hand' } }, { kind: 'read' }]);
  expect(workers[1]!.requests[1]).not.toHaveProperty('plan');
  workers[1]!.answer(1, { files: [], plan: plan('read') });
  const anew = client.reread(plan('any'), true);
  workers[1]!.answer(2, { files: [], plan: plan('proposed') });
  await anew;
  client.rest();
  void client.version();
  expect(workers[2]!.requests[0]).not.toHaveProperty('plan');
});
