// SPDX-License-Identifier: MIT
/**
 * WebKit, which Safari is made of, as WebKitGTK ships it: its small browser on a display of its own, driven by the W3C
 * WebDriver protocol. A missing driver is an error, never a skipped test.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import type { Readable } from 'node:stream';
import { vi } from 'vitest';

const driverPath = '/usr/bin/WebKitWebDriver';
const browserPaths = ['4.1', '4.0', '6.0'].map((api) => `/usr/lib/x86_64-linux-gnu/webkit2gtk-${api}/MiniBrowser`);

/** A driver that does not answer would hold up everything after it. */
const answerMs = 60_000;

/** How WebDriver writes an element of the page. */
type RemoteElement = Record<string, string>;

export class WebKit {
  private readonly _processes: readonly ChildProcess[];
  private readonly _session: string;

  private constructor(processes: readonly ChildProcess[], session: string) {
    this._processes = processes;
    this._session = session;
  }

  static async launch(): Promise<WebKit> {
    const binary = browserPaths.find((path) => existsSync(path));
    if (binary === undefined || !existsSync(driverPath)) throw new Error('no WebKit: install webkit2gtk-driver');
    const [screen, display] = await startDisplay();
    const port = await freePort();
    const driver = spawn(driverPath, [`--port=${port}`, '--host=127.0.0.1'], {
      stdio: 'ignore',
      // Frames come evenly without a graphics card's buffers.
      env: {
        ...process.env,
        DISPLAY: display,
        GDK_BACKEND: 'x11',
        NO_AT_BRIDGE: '1',
        WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      },
    });
    const address = `http://127.0.0.1:${port}`;
    await vi.waitFor(() => ask('GET', `${address}/status`), { timeout: 20_000, interval: 100 });
    const options = { binary, args: ['--automation'] };
    const { sessionId } = (await ask('POST', `${address}/session`, {
      capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': options } },
    })) as { sessionId: string };
    return new WebKit([driver, screen], `${address}/session/${sessionId}`);
  }

  async close(): Promise<void> {
    await ask('DELETE', this._session).catch(() => null);
    for (const process of this._processes) process.kill();
  }

  async open(url: string): Promise<void> {
    await ask('POST', `${this._session}/url`, { url });
  }

  /** Runs a function in the page. It is sent there as its own text and can use its arguments alone. */
  async evaluate<Given extends unknown[], Result>(
    run: (...given: Given) => Result,
    ...args: Given
  ): Promise<Awaited<Result>> {
    const script = `return (${run.toString()}).apply(null, arguments)`;
    return (await ask('POST', `${this._session}/execute/sync`, { script, args })) as Awaited<Result>;
  }

  /** Waits until a function says true in the page. */
  async until<Given extends unknown[]>(
    what: string,
    isSo: (...given: Given) => boolean,
    ...args: Given
  ): Promise<void> {
    const waited = async (): Promise<void> => {
      if (!(await this.evaluate(isSo, ...args))) throw new Error(`never so: ${what}`);
    };
    await vi.waitFor(waited, { timeout: answerMs, interval: 100 });
  }

  /** Gives files of a disk to the element that `find` finds, as the file picker would. */
  async chooseFiles(find: () => Element | undefined, paths: readonly string[]): Promise<void> {
    const element = (await this.evaluate(find)) as unknown as RemoteElement;
    const [id] = Object.values(element);
    await ask('POST', `${this._session}/element/${id}/value`, { text: paths.join('\n') });
  }
}

/** A display that nobody sees, on a number that is free. */
async function startDisplay(): Promise<[ChildProcess, string]> {
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x1024x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const failed = once(screen, 'error').then(([error]) => Promise.reject(error as Error));
  const told = once(screen.stdio[3] as Readable, 'data').then(([number]) => `:${String(number).trim()}`);
  return [screen, await Promise.race([told, failed])];
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const reply = await fetch(url, {
    method,
    signal: AbortSignal.timeout(answerMs),
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await reply.json()) as { value: unknown };
  if (!reply.ok) throw new Error(`${method} ${url}: ${JSON.stringify(value).slice(0, 500)}`);
  return value;
}
