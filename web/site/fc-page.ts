// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import notices from 'virtual:fatigue-notices';
import { listen } from '../elements/events.js';
import '../elements/fc-about.js';
import '../elements/fc-language.js';
import { base } from '../elements/styles.js';
import type { FitFile } from '../reference/run.js';
import { strings } from '../text/strings.js';
import { keepClearOf } from './clear_of_bar.js';
import { exampleNames } from './examples.js';
import type { FcApp } from './fc-app.js';
import './fc-app.js';
import { docsLink } from './fc-beside.js';
import { Intake } from './intake.js';
import { showLanguage } from './page_language.js';
import type { Session } from './session.js';

/** The calculator as a page of its own: what it is above, what it says of itself below, and the whole document for drops. */
export class FcPage extends LitElement {
  static override properties = { session: { attribute: false } };
  static override styles = [
    base,
    css`
      :host {
        --fc-gutter: clamp(1rem, 4vw, 2.5rem);
        --fc-bar-position: sticky;
        max-inline-size: 58rem;
        margin-inline: auto;
        padding: 1.5rem var(--fc-gutter) 4rem;
        line-height: 1.5;
      }
      h1 {
        font: 600 clamp(1.75rem, 5vw, 2.25rem) / 1.15 var(--_serif);
        margin: 0.5rem 0 0.75rem;
        letter-spacing: -0.01em;
      }
      header p {
        max-inline-size: 44rem;
      }
      .title {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1rem;
        align-items: baseline;
        justify-content: space-between;
      }
      .lead {
        font-size: 1.0625rem;
      }
      footer {
        margin-block-start: 3rem;
        font-size: 0.875rem;
        color: var(--_soft);
      }
      footer pre {
        white-space: pre-wrap;
        overflow-wrap: anywhere;
        font-size: 0.75rem;
      }
      @media print {
        :host {
          max-inline-size: none;
          padding: 0;
        }
        h1 {
          font-size: 16pt;
        }
      }
    `,
  ];

  declare session: Session | null;
  private _observer: ResizeObserver | null = null;
  private readonly _fit: FitFile = (request, file) => {
    if (!this.session) throw new Error('the page has no session');
    return this.session.fit(request, file);
  };

  constructor() {
    super();
    this.session = null;
    listen(this, 'fc-language', ({ language }) => {
      showLanguage(language);
      this.session?.languageChanged();
    });
    new Intake(this, document, {
      files: (files) => void this.session?.open(files),
      text: (text) => this._app?.takeText(text),
      step: (step) => void this.session?.[step](),
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this._observer?.disconnect();
    this._observer = null;
  }

  protected override updated(): void {
    const app = this._app;
    void app?.updateComplete.then(() => {
      const bar = app.renderRoot.querySelector('fc-bar');
      if (bar && this.isConnected) this._observer ??= keepClearOf(bar);
    });
  }

  private get _app(): FcApp | null {
    return this.renderRoot.querySelector('fc-app');
  }

  override render(): TemplateResult | typeof nothing {
    if (!this.session) return nothing;
    return html`${this._intro()}
      <main>
        <fc-app .session=${this.session} .examples=${exampleNames}></fc-app>
        <fc-about class="no-print" .fit=${this._fit}></fc-about>
      </main>
      ${notices === '' ? nothing : this._licences()}`;
  }

  private _intro(): TemplateResult {
    return html`<header>
      <div class="title">
        <h1>${strings.name}</h1>
        <fc-language class="no-print"></fc-language>
      </div>
      <div class="no-print">
        <p class="lead">${strings.intro.what}</p>
        <p class="soft"><strong>${strings.intro.privacyLead}</strong> ${strings.intro.privacy}</p>
      </div>
      <fc-new-version class="no-print"></fc-new-version>
    </header>`;
  }

  /** The notices of what is bundled, in the page itself because it is passed on as one file. */
  private _licences(): TemplateResult {
    return html`<footer class="no-print">
      ${docsLink()}
      <details>
        <summary>${strings.results.licences}</summary>
        <pre>${notices}</pre>
      </details>
    </footer>`;
  }
}

customElements.define('fc-page', FcPage);

declare global {
  interface HTMLElementTagNameMap {
    'fc-page': FcPage;
  }
}
