using System.Collections.Frozen;

namespace WalkBuddyBot.Conversation.Understanding.Stages;

/// <summary>Small sets of words that the stages ask about.</summary>
internal static class Vocabulary
{
    /// <summary>Words that ask for a reminder.</summary>
    public static FrozenSet<string> Triggers { get; } = Set(
        """
        remind reminds reminded nudged reminder reminders reminding nudge nudges nudging ping notify notification
        notifications alarm alert poke prompt buzz schedule
        """);

    /// <summary>Words that say walk.</summary>
    public static FrozenSet<string> Walks { get; } = Set(
        "walk walks walking walkies stroll strolls strolling steps wander ramble hike saunter");

    /// <summary>Words of times that no piece took: what they mean would be a guess.</summary>
    public static FrozenSet<string> Times { get; } = Set(
        """
        time times minute minutes min mins hour hours hr hrs day days week weeks weekly month months monthly year years
        yearly fortnight weekend
        later soon sometime sometimes often regularly regular periodically occasionally until till before after during
        between from except but
        not never only starting start beginning ending through half quarter oclock am pm noon noonish lunch lunchtime
        breakfast dinner supper
        teatime dawn dusk sunrise sunset work early late earlier other alternate first last next second third once
        twice every each any or
        and/or january february march april june july august september october november december few several couple when
        whenever always christmas easter xmas wake waking odd even
        """);

    /// <summary>Words that carry nothing in a wish for a reminder.</summary>
    public static FrozenSet<string> Fillers { get; } = Set(
        """
        a about add again alright also am an and around as at back be been by can could create daily definitely do for fresh get getting
        give go going good great have hello help hey hi how i if in is it just kindly let like little lovely make maybe
        me message messages mind my
        myself need new nice now of off ok okay on one out outside over please quick brisk gentle easy short long
        really right send set should
        so some that take taking thank thanks the them then there this to too up us want was we will with would yes
        yeah you your bot walkbuddy
        buddy walkbuddybot start plus recurring repeat repeating setup put text move moving air fixed hour's around
        roughly approximately sharp
        exactly precisely local here zone timezone ish another asap outdoors break got
        """);

    /// <summary>
    /// Words that carry nothing around a bare schedule; fewer, so that a sentence about something else is not taken for one.
    /// </summary>
    public static FrozenSet<string> Joints { get; } =
        Set("a an and at for in me my of on the to then also please plus around about sharp local ish");

    /// <summary>All of them.</summary>
    public static IEnumerable<string> All => [.. Triggers, .. Walks, .. Times, .. Fillers, .. Joints];

    public static FrozenSet<string> Set(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();
}
