package sporeloop.scenarios.cluster;

/** What goes over the network; written by {@link MessageSerializer}. */
sealed interface Message
        permits Attach, Attach.Attached, Attach.Refused, Attach.Dismissed, Job, Outcome {}
