/** What reads pictures of codes, made together with the scripts of an aid page: it is fetched for a picture alone. */
import "../incoming/code-pictures.ts";
