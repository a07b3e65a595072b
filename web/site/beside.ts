// SPDX-License-Identifier: MIT
/** What stands beside the page where it was published whole (dist/site); a page by itself has nothing there. */

export interface Beside {
  manifest: string;
  worker: string;
  docs: string;
}

/** As the build wrote it into the page's head; null for the one-file page. */
export function besideThePage(): Beside | null {
  const content = document.querySelector<HTMLMetaElement>('meta[name="fc-beside"]')?.content ?? '';
  const [manifest, worker, docs] = content.split(' ');
  return manifest && worker && docs ? { manifest, worker, docs } : null;
}

/** Only a page that a server gave can be kept by the browser; one opened from a disk asks for nothing. */
export const isServed = (): boolean => /^https?:$/.test(location.protocol);
