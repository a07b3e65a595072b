// SPDX-License-Identifier: MIT
import { EngineClient } from '../engine/client.js';
import './fc-page.js';
import './page.css';
import { preferredLanguage } from '../text/language.js';
import { showLanguage } from './page_language.js';
import { Session } from './session.js';

const engine = new EngineClient();
// Starts the worker while the visitor reads; if it cannot start, the first files say so.
engine.version().catch(() => undefined);

showLanguage(preferredLanguage(navigator.languages));
const page = document.createElement('fc-page');
page.session = new Session(engine);
document.querySelector('#app')?.replaceWith(page);
