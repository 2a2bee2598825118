// Reads the description that stands beside it, and asks no other host.
SwaggerUIBundle({
  url: '/openapi.json',
  dom_id: '#page',
  validatorUrl: null,
  persistAuthorization: false,
});
