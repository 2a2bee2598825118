package org.risktriage.triage.desk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionStepTest {
    @Test
    void the_first_number_that_differs_says_the_step() {
        assertThat(VersionStep.between("1.2.3", "1.2.4")).isEqualTo(VersionStep.PATCH);
        assertThat(VersionStep.between("1.2.3", "1.10.0")).isEqualTo(VersionStep.MINOR);
        assertThat(VersionStep.between("1.2.3", "2.0.0")).isEqualTo(VersionStep.MAJOR);
    }

    @Test
    void a_number_that_is_not_later_says_none() {
        assertThat(VersionStep.between("1.2.3", "1.2.3")).isNull();
        assertThat(VersionStep.between("1.2.3", "1.1.9")).isNull();
        assertThat(VersionStep.between("2.0.0", "1.9.9")).isNull();
    }
}
