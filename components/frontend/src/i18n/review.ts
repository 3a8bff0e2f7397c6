/** The day up to which the record was last reviewed, from the file that the server reads too; see `data/review.py`. */
import review from "../../../../data/review.json";

export const REVIEWED = review.reviewed;
