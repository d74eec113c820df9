using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Tests.Conversation.Safety;

/// <summary>
/// Messages written from the description of the danger signs by someone who had not seen the rules, kept closed until rules and learnt part
/// were done, and never learnt from. The first run missed 14 of 218 emergencies and crises (the rules alone 33) and raised 18 alarms at 318
/// look-alikes (the rules alone 14). What it then showed was mended; the floors keep an edit from undoing that.
/// </summary>
public sealed class FreshBankTests
{
    private const double MostMissed = 0.03;
    private const double MostMissedSameDay = 0.12;
    private const double MostAlarms = 0.03;

    [Fact]
    public void Few_emergencies_and_crises_are_missed()
    {
        var pressing = Bank.Fresh("fresh-dangers.tsv").Where(one => one.Levels.All(level => level is "E" or "C")).ToList();

        AssertFew(pressing, one => !IsAlarm(one.Text), MostMissed);
    }

    [Fact]
    public void Few_same_day_signs_are_missed()
    {
        var today = Bank.Fresh("fresh-dangers.tsv").Where(one => one.Levels.Contains("D") && !one.Levels.Contains("S")).ToList();

        AssertFew(today, one => !IsAlarm(one.Text), MostMissedSameDay);
    }

    [Fact]
    public void Few_look_alikes_raise_an_alarm() => AssertFew(Bank.Fresh("fresh-look-alikes.tsv"), one => IsAlarm(one.Text), MostAlarms);

    private static bool IsAlarm(string text) => Bank.Learned.Assess(text).Level >= SafetyLevel.SameDay;

    private static void AssertFew(
        IReadOnlyList<(string[] Levels, string Group, string Text)> all, Func<(string[] Levels, string Group, string Text), bool> wrong, double share)
    {
        var found = all.Where(wrong).Select(one => one.Text).ToList();

        Assert.True(found.Count <= all.Count * share, $"{found.Count} of {all.Count}: {string.Join(" / ", found)}");
    }
}
