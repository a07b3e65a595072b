// SPDX-License-Identifier: MIT
/** The service worker for the files as they are in this folder now. */
export function serviceWorker(folder: string): string;
