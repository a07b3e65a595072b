// SPDX-License-Identifier: MIT
export const docs: readonly { source: string; title: string }[];
