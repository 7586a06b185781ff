// The service worker of the tests does nothing.
