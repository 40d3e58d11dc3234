/** Who is let in by IP address: addresses, ranges, what proxies tell, and the filter that puts them together. */
package no.rrh.http.ipfilter;
