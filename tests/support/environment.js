// SPDX-License-Identifier: MIT
/* global Module, ENV */
// Tests in WebAssembly see the environment variables of Node.
Module['preRun'] = [() => Object.assign(ENV, process.env)];
