// SPDX-License-Identifier: MIT
import type { Server } from 'node:http';
export function serve(folder: string, port: number, host?: string): Promise<Server>;
