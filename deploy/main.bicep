// The assistant in one UK region: two replicas, a PostgreSQL that nothing outside can reach, and no stored password.
targetScope = 'resourceGroup'

@description('Data stays in the United Kingdom.')
@allowed(['uksouth', 'ukwest'])
param location string = 'uksouth'

@description('Begins the name of every resource.')
@minLength(3)
@maxLength(16)
param name string = 'nhsmailassistant'

@description('The container image, such as registry.example/nhsmail-assistant:1.0.0.')
param image string

@description('The host of a container registry that the identity may pull from. Empty when the image is public.')
param registryServer string = ''

@description('Which inactivity rule applies. Empty: nothing is sent until somebody has chosen.')
@allowed(['', 'deck-2020', 'nhsmail-2022'])
param lifecycleProfile string = ''

@description('Messages that nobody typed for, in a second. Teams allows 50 for a bot in a tenant.')
@minValue(1)
@maxValue(50)
param sendsPerSecond int = 40

@description('Tenants whose people may use the assistant. Empty: the tenant of this subscription.')
param allowedTenants array = []

@description('Look organisations up in their register. First write its key into the vault, as the secret ods-api-key.')
param useOdsApi bool = false

@description('The price level of the Azure Bot. Teams is a standard channel: its messages are not limited at F0.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

param databaseSku string = 'Standard_D2ds_v5'

@description('With two zones the database survives the loss of one, at twice the price.')
param databaseInTwoZones bool = true

@description('Who gets an email when something is wrong. Empty: nobody, and no alerts are made.')
param alertEmail string = ''

module network 'modules/network.bicep' = {
  name: 'network'
  params: { name: name, location: location }
}

module identity 'modules/identity.bicep' = {
  name: 'identity'
  params: { name: name, location: location }
}

module logs 'modules/logs.bicep' = {
  name: 'logs'
  params: { name: name, location: location }
}

module database 'modules/database.bicep' = {
  name: 'database'
  params: {
    name: name
    location: location
    sku: databaseSku
    inTwoZones: databaseInTwoZones
    subnetId: network.outputs.databaseSubnetId
    privateZoneId: network.outputs.privateZoneId
    identityName: identity.outputs.name
    identityPrincipalId: identity.outputs.principalId
    workspaceId: logs.outputs.workspaceId
  }
}

module vault 'modules/vault.bicep' = {
  name: 'vault'
  params: {
    name: name
    location: location
    identityPrincipalId: identity.outputs.principalId
  }
}

module service 'modules/service.bicep' = {
  name: 'service'
  params: {
    name: name
    location: location
    image: image
    registryServer: registryServer
    subnetId: network.outputs.serviceSubnetId
    identityId: identity.outputs.id
    identityName: identity.outputs.name
    identityClientId: identity.outputs.clientId
    databaseHost: database.outputs.host
    workspaceName: logs.outputs.name
    allowedTenants: allowedTenants
    lifecycleProfile: lifecycleProfile
    sendsPerSecond: sendsPerSecond
    vaultUri: vault.outputs.uri
    useOdsApi: useOdsApi
  }
}

module bot 'modules/bot.bicep' = {
  name: 'bot'
  params: {
    name: name
    sku: botSku
    endpoint: service.outputs.messagesEndpoint
    identityId: identity.outputs.id
    identityClientId: identity.outputs.clientId
    workspaceId: logs.outputs.workspaceId
  }
}

module alerts 'modules/alerts.bicep' = if (!empty(alertEmail)) {
  name: 'alerts'
  params: {
    name: name
    location: location
    workspaceId: logs.outputs.workspaceId
    email: alertEmail
  }
}

@description('Write this into the app package as MICROSOFT_APP_ID.')
output botAppId string = identity.outputs.clientId
output messagesEndpoint string = service.outputs.messagesEndpoint
output vaultName string = vault.outputs.name
