/** The innsynslogg as files that are only ever added to: one chain of entries per instance, in a folder of its own. */
package no.rrh.persistence.innsynslogg;
