export interface ElementDeclaration {
  name: string;
  tagName: string;
  attributes: { name: string; description: string }[];
}
export function elementsManifest(): { modules: { path: string; declarations: ElementDeclaration[] }[] };
