package io.arcline.management.moderation;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What the description of the API says of a decision's body. */
@Schema(name = "Decision")
record DecisionBody(
        @Schema(required = true, description = "Of the post as the moderator saw it")
        long version,

        @Schema(description = "Why a post is rejected; required there")
        String reason,

        @Schema(description = "What the post says instead; required for an edit")
        String content) {}
