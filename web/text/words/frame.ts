// SPDX-License-Identifier: MIT
/** Words of the calculator in an iframe. */

export const frameWords = {
  title: 'Fatigue Calculator',
  waiting: 'Waiting for the page around this one to send the plan\u2026',
  badTitle: 'This frame cannot be used as it is addressed',
  badMessageTitle: 'The plan that the page around this one sent was not taken',
  badMessage:
    'A plan must be sent as an object, {type: \u201cfatigue-calculator:plan\u201d, plan: {\u2026}}, and no text, address or list.',
  noOrigin:
    'The address of this frame ends in #plan, so that the page around it is to send the plan, but it does not say which ' +
    'page: add ?origin= with the origin of that page, such as https://example.org.',
  noParent:
    'The address of this frame ends in #plan, so that a page around it is to send the plan, but there is none: open that ' +
    'page, or give the plan after #plan=.',
  badFragment: 'What stands after #plan= is no plan in base64url.',
  foreignAddress: (address: string) =>
    `\u201c${address}\u201d is not taken: after ?plan= and ?data= only addresses on the server of this frame are loaded.`,
  sandboxed: 'A sandboxed frame may load nothing: give the plan after #plan=, or send it by message.',
};
