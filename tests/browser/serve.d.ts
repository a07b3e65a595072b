// SPDX-License-Identifier: MIT
declare module '*/scripts/serve.mjs' {
  export function serve(folder: string, port: number, host?: string): Promise<import('node:http').Server>;
}
