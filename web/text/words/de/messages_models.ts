// SPDX-License-Identifier: MIT
/** What the core says of models and their estimates. */

export const messagesOfModels: Readonly<Record<string, string>> = {};
