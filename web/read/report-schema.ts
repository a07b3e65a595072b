// SPDX-License-Identifier: MIT
/** The schema of a report, from its file: a report is checked where somebody asks for it, and not by the page. */
import schema from '../../schema/report.schema.json' with { type: 'json' };
import { planSchema } from './plan-schema.js';
import type { RootSchema } from './schema.js';

export const reportSchema: RootSchema = {
  ...(schema as unknown as RootSchema),
  // A reference is relative to the schema that makes it, whose $id has the version of the format before the name.
  others: { [planSchema.$id.replace(/^.*\//, '')]: planSchema },
};
