// SPDX-License-Identifier: MIT
/**
 * A worker from the source that was built into the page: no file is fetched, so it works from disk, from any host and
 * inside an embedding page, under a policy that allows `worker-src blob:` and nothing else.
 */
import workerSource from 'virtual:fatigue-worker';

export function createWorker(): Worker {
  const url = URL.createObjectURL(new Blob([workerSource], { type: 'text/javascript' }));
  const worker = new Worker(trusted(url), { name: 'fatigue-calculator' });
  // Its first word, or its end: from then on nobody loads the address.
  const forget = (): void => URL.revokeObjectURL(url);
  const end = worker.terminate.bind(worker);
  worker.terminate = () => {
    forget();
    end();
  };
  worker.addEventListener('message', forget, { once: true });
  worker.addEventListener('error', forget, { once: true });
  return worker;
}

interface ScriptPolicy {
  createScriptURL(url: string): string;
}
type PolicyMaker = { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy };

let policy: ScriptPolicy | undefined;

/** On a page that asks for trusted types the address must come from a policy; this one is for what is made above only. */
function trusted(url: string): string {
  const maker = (globalThis as { trustedTypes?: PolicyMaker }).trustedTypes;
  try {
    policy ??= maker?.createPolicy('fatigue-calculator', { createScriptURL: (own) => own });
  } catch {
    // The name is not among those the page allows. Where it asks for trusted types, the worker says so.
  }
  return policy?.createScriptURL(url) ?? url;
}
