// SPDX-License-Identifier: MIT
export function packLzma(bytes: Uint8Array): Buffer;
