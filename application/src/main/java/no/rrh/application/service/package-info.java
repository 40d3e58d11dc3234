/** The use cases at work, one class each: access, load, shield. */
package no.rrh.application.service;
