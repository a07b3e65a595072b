// SPDX-License-Identifier: MIT
/**
 * A Vite plugin that leaves d3-geo out. Observable Plot can draw maps and so brings all projections of the earth, a
 * twentieth of the page; our plots ask for none. What is called in their place gives undefined, as for no projection.
 */
const names = [
  ...['geoPath', 'geoStream', 'geoTransform', 'geoClipRectangle', 'geoGraticule10', 'geoCentroid', 'geoVoronoi'],
  ...['geoAlbers', 'geoAlbersUsa', 'geoAzimuthalEqualArea', 'geoAzimuthalEquidistant', 'geoConicConformal'],
  ...['geoConicEqualArea', 'geoConicEquidistant', 'geoEqualEarth', 'geoEquirectangular', 'geoGnomonic'],
  ...['geoMercator', 'geoOrthographic', 'geoStereographic', 'geoTransverseMercator'],
];

export function withoutMaps() {
  return {
    name: 'fatigue-without-maps',
    enforce: 'pre',
    resolveId: (id) => (id === 'd3-geo' ? '\0without-maps' : undefined),
    load: (id) =>
      id === '\0without-maps'
        ? `const none = () => undefined;\nexport { ${names.map((name) => `none as ${name}`).join(', ')} };\n`
        : undefined,
  };
}
