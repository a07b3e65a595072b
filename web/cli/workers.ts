// SPDX-License-Identifier: MIT
/** Work in several threads of this same script: each runs one piece after the other. */
import { fileURLToPath } from 'node:url';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';

/** Tells a thread of ours from one that somebody else runs this script in. */
const mark = 'fatigue-calculator works';

export const isOurWorker = (): boolean => !isMainThread && workerData === mark;

/** What a thread does: each piece that is sent is answered, in its turn. */
export function serve<Piece, Answer>(work: (piece: Piece) => Promise<Answer>): void {
  parentPort?.on('message', (piece: Piece) => void work(piece).then((answer) => parentPort?.postMessage(answer)));
}

/**
 * The answers in the order of the pieces. A thread that breaks down costs its piece only, of which `broken` makes the
 * answer: another one takes the rest.
 */
export async function inWorkers<Piece, Answer>(
  pieces: readonly Piece[],
  count: number,
  broken: (reason: string) => Answer,
  onAnswer: (index: number, answer: Answer) => Promise<void>,
): Promise<Answer[]> {
  const answers: Answer[] = [];
  let next = 0;
  const line = async (): Promise<void> => {
    let worker: Worker | undefined;
    while (next < pieces.length) {
      const at = next++;
      worker ??= new Worker(fileURLToPath(import.meta.url), { workerData: mark });
      try {
        answers[at] = await ask<Piece, Answer>(worker, pieces[at]!);
      } catch (error) {
        answers[at] = broken(error instanceof Error ? error.message : String(error));
        await worker.terminate();
        worker = undefined;
      }
      await onAnswer(at, answers[at]);
    }
    await worker?.terminate();
  };
  await Promise.all(Array.from({ length: Math.min(count, pieces.length) }, line));
  return answers;
}

function ask<Piece, Answer>(worker: Worker, piece: Piece): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const forget = (): void => {
      worker.off('message', answered).off('error', broke).off('exit', ended);
    };
    const answered = (answer: Answer): void => (forget(), resolve(answer));
    const broke = (error: Error): void => (forget(), reject(error));
    const ended = (code: number): void => (forget(), reject(new Error(`its thread ended with code ${code}`)));
    worker.on('message', answered).on('error', broke).on('exit', ended);
    worker.postMessage(piece);
  });
}
