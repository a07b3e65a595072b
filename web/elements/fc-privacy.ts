// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { forbidsConnections, loadsFromOwnAddress, policyLines, type PolicyLine } from '../text/policy.js';
import { strings } from '../text/strings.js';
import { base, controls } from './styles.js';

const text = strings.policy;

/** Never resolves: RFC 2606 keeps this name for addresses that do not exist. */
const nowhere = 'https://connection.invalid/';

/** What the page's own security policy says, how to verify it, and how to keep the page. */
export class FcPrivacy extends LitElement {
  static override properties = { _attempt: { state: true } };
  static override styles = [
    base,
    controls,
    css`
      dl {
        margin: 0.5rem 0;
        border-block-end: 1px solid var(--_line);
      }
      dl > div {
        display: grid;
        grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
        gap: 0.1rem 1rem;
        border-block-start: 1px solid var(--_line);
        padding-block: 0.35rem;
      }
      dd {
        margin: 0;
      }
      @media (max-width: 36rem) {
        dl > div {
          grid-template-columns: minmax(0, 1fr);
        }
      }
      .warning {
        color: var(--_error);
        font-weight: 600;
      }
      li {
        margin-block: 0.35rem;
      }
      ol {
        padding-inline-start: 1.4rem;
      }
    `,
  ];

  /** What came of trying to connect. */
  declare _attempt: string;

  constructor() {
    super();
    this._attempt = '';
  }

  override render(): TemplateResult {
    const policy = pagePolicy();
    const isKept = policy !== null && loadsFromOwnAddress(policy);
    return html`${policyPart(policy)}
      <p>${text.limits}</p>
      <h4>${text.verifyTitle}</h4>
      <ol>
        ${text.verify.map((way, i) => html`<li>${way} ${i === 0 && isKept ? text.verifyOwn : nothing}</li>`)}
      </ol>
      <div class="actions">
        <button type="button" @click=${() => void this._try()}>${text.attempt}</button>
        <span role="status">${this._attempt}</span>
      </div>
      <h4>${text.keepTitle}</h4>
      <p>${keepText(document.location)}</p>
      <p>${text.keepWhy}</p>`;
  }

  private async _try(): Promise<void> {
    this._attempt = '';
    let directive: string | null = null;
    const heard = (event: SecurityPolicyViolationEvent): void => {
      if (event.blockedURI.startsWith(nowhere.slice(0, -1))) directive = event.effectiveDirective;
    };
    document.addEventListener('securitypolicyviolation', heard);
    const isReached = await fetch(nowhere, { mode: 'no-cors' }).then(
      () => true,
      () => false,
    );
    // The event may come after the refusal.
    await new Promise((resolve) => setTimeout(resolve, 50));
    document.removeEventListener('securitypolicyviolation', heard);
    if (isReached) this._attempt = text.reached;
    else this._attempt = directive === null ? text.notSent : text.refused(directive);
  }
}

/** The policy in the page's own meta tag. */
function pagePolicy(): string | null {
  const meta = document.querySelector('meta[http-equiv="Content-Security-Policy" i]');
  return meta?.getAttribute('content') ?? null;
}

function policyPart(policy: string | null): TemplateResult {
  if (policy === null) return html`<p class="warning">${text.absent}</p>`;
  return html`<p>${text.lead}</p>
    <dl aria-label=${text.caption}>${policyLines(policy).map(policyRow)}</dl>
    ${
      forbidsConnections(policy)
        ? html`<p><strong>${loadsFromOwnAddress(policy) ? text.forbidsOthers : text.forbids}</strong></p>`
        : html`<p class="warning">${text.allowsConnections}</p>`
    }`;
}

const policyRow = ({ directive, plain }: PolicyLine): TemplateResult =>
  html`<div>
    <dt><code>${directive}</code></dt>
    <dd>${plain ?? text.notExplained}</dd>
  </div>`;

function keepText({ protocol, pathname }: Location): string | typeof nothing {
  if (protocol !== 'file:') return text.keepHosted;
  return text.keepOnDisk(decodeURIComponent(pathname.split('/').at(-1) ?? ''));
}

customElements.define('fc-privacy', FcPrivacy);

declare global {
  interface HTMLElementTagNameMap {
    'fc-privacy': FcPrivacy;
  }
}
