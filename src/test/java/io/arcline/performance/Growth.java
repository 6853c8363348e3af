package io.arcline.performance;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.util.List;

/**
 * How something grew in the second half of a long run, by the straight line that lies nearest to what was seen.
 *
 * @param mean of the second half
 * @param anHour by how much the line rises an hour
 * @param flat whether that is less than what is allowed
 */
record Growth(double mean, double anHour, boolean flat) {

    /**
     * @param seen every minute, two values at least
     * @param percent of the mean that it may rise an hour
     * @param least a rise an hour below this one cannot be told from chance, and is none
     */
    static Growth of(List<Double> seen, double percent, double least) {
        List<Double> half = seen.subList(Math.min(seen.size() / 2, seen.size() - 2), seen.size());
        double middle = (half.size() - 1) / 2.0;
        double mean = half.stream().mapToDouble(value -> value).average().orElse(0);
        double together = 0;
        double spread = 0;
        for (int minute = 0; minute < half.size(); minute++) {
            together += (minute - middle) * (half.get(minute) - mean);
            spread += (minute - middle) * (minute - middle);
        }
        double anHour = 60 * together / spread;
        return new Growth(mean, anHour, anHour <= Math.max(least, mean * percent / 100));
    }

    double percentAnHour() {
        return mean == 0 ? 0 : 100 * anHour / mean;
    }

    JsonObjectBuilder json() {
        return Json.createObjectBuilder()
                .add("mean", Math.round(mean * 10) / 10.0)
                .add("anHour", Math.round(anHour * 10) / 10.0)
                .add("percentAnHour", Math.round(percentAnHour() * 100) / 100.0)
                .add("flat", flat);
    }
}
