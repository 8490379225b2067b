/** Neither our own directives nor anybody's template language mean anything in a person's mouth. */
import { describe, it } from 'vitest';
import { expectInert, expectNoName } from './inert.ts';

describe.each([
  ':v[applicant.name]',
  ':v[authority.name] :v[counts.short]',
  ':g[он|она|оно] :norms[upk-141]',
  '::signature{#signature} ::sources{#x}',
  ':::text{#facts when="episode=2017"}',
  '::: :::: :::short',
  '{#title .x when="counts"}',
  '--- title: x ---',
])('somebody types our directive %s', (attack) => {
  it('and every format shows it as it is', () => expectInert(attack));
  it('and it is no name', () => expectNoName(attack));
});

describe.each([
  '{{name}} {{{name}}} {{#each}}',
  '\u0024{1+1} #{1+1} @{1+1}',
  '<%= 1+1 %> {% raw %} {# x #}',
  '$t(common.site) $t{walk.title}',
  '$& $1 $$ $` $< $<name>',
  '%s %d %1$s %n {0} {date}',
  '=1+1 +1 -1 @SUM(A1) \t=cmd',
  '__proto__ constructor toString',
  'undefined null NaN [object Object]',
])('somebody types a template of another language, %s,', (attack) => {
  it('and every format shows it as it is', () => expectInert(attack));
  it('and it is no name', () => expectNoName(attack));
});
