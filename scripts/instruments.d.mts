// SPDX-License-Identifier: MIT
/** docs/instruments.md with its table made anew from instruments/*.json. */
export function instrumentsPage(): Promise<string>;
