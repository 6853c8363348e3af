// Runs cfn-guard's Control Tower rules and cdk-nag's AwsSolutions rules on templates and prints each finding that has no reason
// beside its resource, as Metadata: Exceptions: {RULE: why}. Exit status 1 where there is one, or where a reason has no finding.
'use strict';
const { spawnSync } = require('node:child_process');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { App, CfnResource, Stack } = require('aws-cdk-lib');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const { AwsSolutionsChecks } = require('cdk-nag');

const guardFolder = path.dirname(require.resolve('@cdklabs/cdk-validator-cfnguard/package.json'));
const ruleFolder = path.join(guardFolder, 'rules', 'control-tower', 'cfn-guard');

function guard(template) {
  const platform = process.platform === 'darwin' ? 'macos' : 'ubuntu';
  const program = path.join(guardFolder, 'bin', platform, process.arch === 'arm64' ? 'aarch64' : 'x86_64', 'cfn-guard');
  const run = spawnSync(program, ['validate', '-d', template, '-r', ruleFolder, '--show-summary', 'none', '-o', 'json'], {
    encoding: 'utf8', maxBuffer: 1 << 28,
  });
  if (run.error) throw run.error;
  const findings = [];
  for (const report of run.stdout.split(/(?<=^\})(?=\{)/m).filter(text => text.trim()).map(text => JSON.parse(text))) {
    for (const rule of report.not_compliant) {
      const text = JSON.stringify(rule);
      const id = /\[(CT\.[A-Z0-9.]+)\]/.exec(text)?.[1] ?? rule.Rule.name;
      const resources = new Set([...text.matchAll(/"\/Resources\/(\w+)/g)].map(match => match[1]));
      for (const resource of resources.size ? resources : ['?']) findings.push({ id, resource, text: rule.Rule.name });
    }
  }
  return findings;
}

function nag(app) {
  const report = new AwsSolutionsChecks(app).validateScope(app);
  return report.violations.flatMap(violation => violation.violatingResources.map(found => ({
    id: violation.ruleName.replace(/\[.*/s, ''),
    resource: found.constructPath.split('/').pop(),
    text: violation.ruleName,
  })));
}

function included(template) {
  const app = new App({ outdir: fs.mkdtempSync(path.join(os.tmpdir(), 'arcline-rules-')) });
  process.on('exit', () => fs.rmSync(app.outdir, { recursive: true, force: true }));
  new CfnInclude(new Stack(app, 's'), 't', { templateFile: template });
  return app;
}

function exceptions(app) {
  const resources = app.node.findAll().filter(node => CfnResource.isCfnResource(node));
  return Object.fromEntries(resources.map(node => [node.node.id, node.cfnOptions.metadata?.Exceptions ?? {}]));
}

let unexplained = 0;
for (const template of process.argv.slice(2)) {
  const app = included(template);
  const reasons = exceptions(app);
  const used = new Set();
  const findings = [...guard(template), ...nag(app)];
  for (const { id, resource, text } of findings) {
    if (reasons[resource]?.[id]) {
      used.add(`${resource} ${id}`);
    } else {
      unexplained += 1;
      console.log(`${path.basename(template)}: ${resource}: ${id} (${text})`);
    }
  }
  for (const [resource, rules] of Object.entries(reasons)) {
    for (const id of Object.keys(rules).filter(rule => !used.has(`${resource} ${rule}`))) {
      unexplained += 1;
      console.log(`${path.basename(template)}: ${resource}: a reason for ${id}, which finds nothing`);
    }
  }
  console.log(`${path.basename(template)}: ${findings.length} findings, ${used.size} reasons`);
}
process.exit(unexplained ? 1 : 0);
