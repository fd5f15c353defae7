// Tells people when the log has what docs/runbook.md says to be told of. The words are those of the log, held by a test.
param name string
param location string
param workspaceId string
param email string

// Severity 0 wakes somebody. Each rule counts lines of the log in so many minutes.
var rules = [
  { id: 'replica-ends', severity: 0, minutes: 5, over: 0, where: 'toint(line.level) >= 60' }
  { id: 'no-answers', severity: 0, minutes: 5, over: 5, where: 'line.msg == "turn failed"' }
  { id: 'delivery-interrupted', severity: 1, minutes: 15, over: 1, where: 'line.msg == "delivery interrupted"' }
  { id: 'sends-fail', severity: 1, minutes: 15, over: 50, where: 'line.msg == "send not taken"' }
  { id: 'work-fails', severity: 1, minutes: 15, over: 1, where: 'line.msg == "scheduled work failed"' }
  { id: 'strangers-knock', severity: 2, minutes: 5, over: 20, where: 'line.msg == "request refused"' }
]
var lines = 'ContainerAppConsoleLogs_CL | where ContainerAppName_s == "${name}" | extend line = parse_json(Log_s)'

resource people 'Microsoft.Insights/actionGroups@2023-01-01' = {
  name: '${name}-people'
  location: 'global'
  properties: {
    groupShortName: 'assistant'
    enabled: true
    emailReceivers: [{ name: 'operators', emailAddress: email, useCommonAlertSchema: true }]
  }
}

resource alerts 'Microsoft.Insights/scheduledQueryRules@2022-06-15' = [
  for rule in rules: {
    name: '${name}-${rule.id}'
    location: location
    properties: {
      displayName: '${name}: ${rule.id}'
      description: 'See docs/runbook.md.'
      severity: rule.severity
      enabled: true
      scopes: [workspaceId]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT${rule.minutes}M'
      // The table comes into being with the first line of the log.
      skipQueryValidation: true
      criteria: {
        allOf: [
          { query: '${lines} | where ${rule.where}', timeAggregation: 'Count', operator: 'GreaterThan', threshold: rule.over }
        ]
      }
      actions: { actionGroups: [people.id] }
    }
  }
]
