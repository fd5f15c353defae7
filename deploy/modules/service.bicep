// The service: two replicas at least, so that one may fail or be replaced without a message lost.
param name string
param location string
param image string
param registryServer string
param subnetId string
param identityId string
param identityName string
param identityClientId string
param databaseHost string
param workspaceName string
param allowedTenants array
param lifecycleProfile string
param sendsPerSecond int
param vaultUri string

@description('The vault holds the key of the Organisation Data Terminology API.')
param useOdsApi bool

var odsSecret = { name: 'ods-api-key', keyVaultUrl: '${vaultUri}secrets/ods-api-key', identity: identityId }
var odsSetting = { name: 'ODS_API_KEY', secretRef: 'ods-api-key' }

resource workspace 'Microsoft.OperationalInsights/workspaces@2023-09-01' existing = {
  name: workspaceName
}

resource environment 'Microsoft.App/managedEnvironments@2024-03-01' = {
  name: '${name}-environment'
  location: location
  properties: {
    vnetConfiguration: { infrastructureSubnetId: subnetId, internal: false }
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }]
    appLogsConfiguration: {
      destination: 'log-analytics'
      logAnalyticsConfiguration: {
        customerId: workspace.properties.customerId
        sharedKey: workspace.listKeys().primarySharedKey
      }
    }
  }
}

resource service 'Microsoft.App/containerApps@2024-03-01' = {
  name: name
  location: location
  identity: { type: 'UserAssigned', userAssignedIdentities: { '${identityId}': {} } }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      ingress: { external: true, targetPort: 3978, transport: 'http', allowInsecure: false }
      registries: empty(registryServer) ? [] : [{ server: registryServer, identity: identityId }]
      secrets: useOdsApi ? [odsSecret] : []
    }
    template: {
      // Longer than the service takes to finish the turns and sends that are under way.
      terminationGracePeriodSeconds: 60
      scale: {
        minReplicas: 2
        maxReplicas: 4
        rules: [{ name: 'requests', http: { metadata: { concurrentRequests: '100' } } }]
      }
      containers: [
        {
          name: 'assistant'
          image: image
          resources: { cpu: json('1.0'), memory: '2Gi' }
          env: concat(useOdsApi ? [odsSetting] : [], [
            { name: 'MICROSOFT_APP_TYPE', value: 'UserAssignedMSI' }
            { name: 'MICROSOFT_APP_ID', value: identityClientId }
            { name: 'MICROSOFT_APP_TENANT_ID', value: tenant().tenantId }
            { name: 'ALLOWED_TENANTS', value: join(allowedTenants, ',') }
            {
              name: 'DATABASE_URL'
              value: 'postgresql://${identityName}@${databaseHost}:5432/assistant?sslmode=verify-full'
            }
            { name: 'DATABASE_AUTH', value: 'entra' }
            { name: 'AZURE_CLIENT_ID', value: identityClientId }
            { name: 'LIFECYCLE_PROFILE', value: lifecycleProfile }
            { name: 'SENDS_PER_SECOND', value: string(sendsPerSecond) }
          ])
          probes: [
            {
              type: 'Startup'
              httpGet: { path: '/healthz', port: 3978 }
              periodSeconds: 2
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: { path: '/healthz', port: 3978 }
              periodSeconds: 10
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: { path: '/readyz', port: 3978 }
              periodSeconds: 5
              failureThreshold: 2
            }
          ]
        }
      ]
    }
  }
}

output messagesEndpoint string = 'https://${service.properties.configuration.ingress.fqdn}/api/messages'
