using NodaTime;
using WalkBuddyBot.Conversation.Understanding;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Conversation.Dialogs;

/// <summary>How long somebody walked: all that is kept of what they tell.</summary>
/// <param name="Each">Minutes of each walk.</param>
/// <param name="Walks">How many of them.</param>
internal readonly record struct WalkedFor(int Each, int Walks)
{
    // Adults at a comfortable pace: about 100 steps a minute (Tudor-Locke and others, Br J Sports Med 2018, 52:776) and about 1.3
    // metres a second (Bohannon and Andrews, Physiotherapy 2011, 97:182), rounded to 80 metres a minute. Hence the "about".
    private const int StepsPerMinute = 100;
    private const int MetresPerMinute = 80;

    /// <summary>Steps or a distance as minutes; null where neither is told. At least one minute for any walk at all.</summary>
    public static int? Minutes(Slots slots) => slots switch
    {
        { Minutes: not null } => null,
        { Steps: { } steps } => Rounded(steps, StepsPerMinute),
        { DistanceMetres: { } metres } => Rounded(metres, MetresPerMinute),
        _ => null,
    };

    public string Said(Talk talk, LocalDate date)
    {
        var length = ("length", (object)SpokenTime.Length(Each));
        var day = ("day", (object)SpokenTime.Day(date));
        var today = date == talk.LocalNow.Date;
        return (Walks > 1, Minutes(talk.Slots) is not null, today) switch
        {
            (true, _, true) => talk.Say("walk.noted-several-today", ("walks", Walks), length),
            (true, _, false) => talk.Say("walk.noted-several-on", ("walks", Walks), length, day),
            (_, true, true) => talk.Say("walk.noted-about-today", length),
            (_, true, false) => talk.Say("walk.noted-about-on", length, day),
            (_, _, true) => talk.Say("walk.noted-today", length),
            _ => talk.Say("walk.noted-on", length, day),
        };
    }

    private static int Rounded(int amount, int perMinute) => amount <= 0 ? 0 : Math.Max(1, (int)Math.Round((double)amount / perMinute));
}
