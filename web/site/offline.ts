// SPDX-License-Identifier: MIT
/**
 * Keeps a hosted page for use without a network, by the service worker beside it, and tells when a newer version lies
 * ready. Nothing is ever exchanged under the visitor's hands: the newer version comes with a reload they ask for.
 */
import { besideThePage, isServed, type Beside } from './beside.js';

export interface NewVersion {
  /** Lets the newer version take over, and loads it. */
  reload(): void;
}

/** Does nothing for a page that stands by itself or was opened from a disk. */
export async function keepOffline(onNewVersion: (version: NewVersion) => void): Promise<void> {
  const beside = besideThePage();
  if (!beside || !isServed()) return;
  linkManifest(beside);
  // Absent where the address is not secure, and in some private windows: the page works all the same.
  if (!('serviceWorker' in navigator)) return;
  const registration = await register(beside);
  if (!registration) return;
  const tell = (): void => {
    const { waiting } = registration;
    if (waiting && navigator.serviceWorker.controller) onNewVersion({ reload: () => takeOver(waiting) });
  };
  tell();
  registration.addEventListener('updatefound', () => {
    registration.installing?.addEventListener('statechange', tell);
  });
}

/** Null where the browser refuses, which is its right: being kept is a convenience. */
const register = ({ worker }: Beside): Promise<ServiceWorkerRegistration | null> =>
  navigator.serviceWorker.register(worker, { updateViaCache: 'none' }).catch(() => null);

function linkManifest({ manifest }: Beside): void {
  const link = document.createElement('link');
  link.rel = 'manifest';
  link.href = manifest;
  document.head.append(link);
}

function takeOver(waiting: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  waiting.postMessage('take over');
}
