// SPDX-License-Identifier: MIT
import { EngineClient } from '../engine/client.js';
import './fc-app.js';
import './page.css';
import { Session } from './session.js';

const engine = new EngineClient();
// Starts the worker while the visitor reads; if it cannot start, the first files say so.
engine.version().catch(() => undefined);

const app = document.createElement('fc-app');
app.session = new Session(engine);
document.querySelector('#app')?.replaceWith(app);
