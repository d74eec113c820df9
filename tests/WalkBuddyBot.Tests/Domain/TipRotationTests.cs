using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Content;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Tests.Conversation.Content;
using WalkBuddyBot.Tests.Nudging;

namespace WalkBuddyBot.Tests.Domain;

/// <summary>The laws of the tips, over many persons and many ways to be shown them.</summary>
public sealed class TipRotationTests
{
    private const int People = 12;
    private static readonly Outgoing Sent = Some.Nudge(state: OutgoingState.Sent);
    private static readonly Duration Month = Duration.FromDays(30);
    private static readonly ImmutableArray<Tip> Shipped = ((ITips)ContentSnapshot.Load(ContentCopy.Shipped)).All;

    /// <summary>How often somebody is shown tips: hours between one and the next, over and over; and how many of four are asked for.</summary>
    public static TheoryData<string, int[], int> Ways => new()
    {
        { "one a day", [24], 0 },
        { "weekdays", [24, 24, 24, 24, 72], 0 },
        { "six a day", [1, 2, 2, 2, 2, 15], 0 },
        { "three a day, some asked for", [3, 4, 17], 2 },
        { "only when asked", [1, 1, 500], 4 },
        { "many asked at once", [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 900], 4 },
        { "three a week", [48, 48, 72], 0 },
        { "now and then, with months between", [20, 900, 30, 5, 1500, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 24, 800], 1 },
    };

    [Theory]
    [MemberData(nameof(Ways))]
    public void Sections_change_none_comes_again_too_soon_and_the_doctor_is_rare(string way, int[] hours, int asked)
    {
        foreach (var shown in Everyone(Shipped, hours, asked))
        {
            AssertChanging(shown, way);
            AssertFresh(shown, Shipped.Length, way);
            AssertRare(shown, way);
        }
    }

    [Fact]
    public void With_one_a_day_the_whole_bank_comes_before_any_comes_again()
    {
        Assert.All(Everyone(Shipped, [24], asked: 0, count: 3 * Shipped.Length), shown => Assert.All(
            shown.Select(one => one.Tip.Id).Chunk(Shipped.Length), round => Assert.Equal(Shipped.Length, round.Distinct().Count())));
    }

    [Fact]
    public void Asking_over_and_over_goes_through_the_whole_bank_too()
    {
        Assert.All(Everyone(Shipped, [0], asked: 4, count: Shipped.Length), shown =>
            Assert.Equal(Shipped.Length, shown.Select(one => one.Tip.Id).Distinct().Count()));
    }

    [Fact]
    public void Whoever_is_reminded_three_times_a_week_hears_of_the_doctor_now_and_then()
    {
        Assert.All(Everyone(Shipped, [48, 48, 72], asked: 0, count: 60), shown => Assert.Contains(shown, one => one.Tip.Topic == "see-a-doctor"));
    }

    [Fact]
    public void A_thousand_circles_hold_every_tip_and_no_neighbours_of_one_section()
    {
        foreach (var person in Enumerable.Range(0, 1000).Select(PersonOf))
        {
            var tips = new TipCircle(TipBank.Of(Shipped), person).Tips.ToArray();

            Assert.Equal(Shipped.Length, tips.Distinct().Count());
            Assert.All(Enumerable.Range(0, tips.Length), i => Assert.NotEqual(tips[i].Section, tips[(i + 1) % tips.Length].Section));
        }
    }

    [Fact]
    public void Everyone_has_their_own_order_and_the_same_one_again()
    {
        var first = Everyone(Shipped, [24], asked: 0).ConvertAll(shown => string.Join(' ', shown.Select(one => one.Tip.Id)));

        Assert.Equal(People, first.Distinct().Count());
        Assert.Equal(first, Everyone(Shipped, [24], asked: 0).ConvertAll(shown => string.Join(' ', shown.Select(one => one.Tip.Id))));
    }

    [Fact]
    public void The_first_tips_of_many_people_are_spread_over_the_bank()
    {
        var firsts = Enumerable.Range(0, 2000).Select(i => TipRotation.Next(Shipped, Some.Facts(Someone(i)), Some.At(9, 0))!.Id);

        Assert.True(firsts.Distinct().Count() >= Shipped.Length * 8 / 10);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    public void A_bank_smaller_than_the_need_goes_round_and_still_changes_section(int topics)
    {
        var bank = FakeTips.Bank(topics + 1).All.RemoveAll(tip => tip.Topic == "see-a-doctor");

        Assert.All(Everyone(bank, [1, 2, 2, 2, 2, 15], asked: 1), shown =>
        {
            AssertChanging(shown, "small bank");
            Assert.Equal(bank.Length, shown.Take(3 * bank.Length).Select(one => one.Tip.Id).Distinct().Count());
        });
    }

    [Fact]
    public void Sections_of_unequal_size_leave_no_tip_unseen()
    {
        ImmutableArray<Tip> bank = [.. Enumerable.Range(0, 5).Select(i => TipOf($"a{i}", "A")), TipOf("b0", "B"), TipOf("b1", "B")];

        Assert.All(Everyone(bank, [24], asked: 0), shown =>
        {
            AssertChanging(shown, "small bank");
            Assert.Equal(bank.Length, shown.Select(one => one.Tip.Id).Distinct().Count());
        });
    }

    [Fact]
    public void A_bank_of_one_section_is_shown_all_the_same()
    {
        ImmutableArray<Tip> bank = [TipOf("a", "A"), TipOf("b", "A")];

        Assert.All(Everyone(bank, [24], asked: 0), shown =>
            Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.NotEqual(pair.First.Tip, pair.Second.Tip)));
    }

    [Fact]
    public void A_bank_with_too_many_doctors_still_keeps_to_one_in_twenty()
    {
        ImmutableArray<Tip> bank = [.. FakeTips.Bank(15).All, .. Enumerable.Range(0, 30).Select(i => TipOf($"d{i}", "D", "see-a-doctor"))];

        Assert.All(Everyone(bank, [1, 2, 2, 2, 2, 15], asked: 1), shown => AssertRare(shown, "many doctors"));
    }

    [Fact]
    public void An_empty_bank_and_one_of_doctors_alone_show_nothing()
    {
        Assert.Null(TipRotation.Next([], Some.Facts(), Some.At(9, 0)));
        Assert.Null(TipRotation.Next([TipOf("d", "D", "see-a-doctor")], Some.Facts(), Some.At(9, 0)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void New_content_between_changes_nothing_of_the_laws(int asked)
    {
        // A third goes, and as much comes: what was shown of the rest is still known.
        var before = Shipped.Where((_, i) => i % 3 != 0).ToImmutableArray();
        var after = Shipped.Where((_, i) => i % 3 != 1).ToImmutableArray();

        Assert.All(Enumerable.Range(0, People), i =>
        {
            var person = Someone(i);
            var shown = new List<Shown>();
            Go(shown, ref person, before, [24], asked, 28);
            Go(shown, ref person, after, [24], asked, 60);
            // Of a tip that is gone nobody knows the section any more.
            var gone = shown.Take(28).Last().Tip is var last && !after.Contains(last);
            AssertChanging(gone ? shown[..28] : shown, "new content");
            AssertChanging(shown[28..], "new content");
            AssertFresh(shown, after.Length, "new content");
            AssertRare(shown, "new content");
        });
    }

    [Fact]
    public void A_nudge_that_was_dropped_showed_nobody_its_tip()
    {
        var first = TipRotation.Next(Shipped, Some.Facts(), Some.At(10, 30))!;
        var dropped = Carrying(first, Some.At(10, 30)) with { State = OutgoingState.Dropped };

        Assert.Equal(first, TipRotation.Next(Shipped, Some.Facts(nudges: [dropped]), Some.At(11, 30)));
    }

    [Fact]
    public void What_is_kept_of_asked_tips_is_bounded_and_each_is_there_once()
    {
        var person = Someone(1);
        for (var i = 0; i < 500; i++)
        {
            person = person.Asked(Shipped[i % 30], Some.At(9, 0) + Duration.FromMinutes(i));
        }

        Assert.Equal(TipRotation.AskedKept, person.TipsAsked.Select(shown => shown.Tip).Distinct().Count());
        Assert.Equal(TipRotation.AskedKept, person.TipsAsked.Length);
        Assert.Equal(Shipped[499 % 30].Id, person.TipsAsked[^1].Tip);
    }

    [Fact]
    public void What_was_asked_a_month_ago_is_forgotten_with_the_next_one()
    {
        var person = Someone(1).Asked(Shipped[0], Some.At(9, 0));

        var later = person.Asked(Shipped[1], Some.At(9, 0) + Month);

        Assert.Equal(Shipped[1].Id, Assert.Single(later.TipsAsked).Tip);
    }

    // Who was shown nothing for a month begins anew: what came before is not known any more.
    private static void AssertChanging(List<Shown> shown, string way)
    {
        foreach (var (one, next) in shown.Zip(shown.Skip(1)))
        {
            Assert.True(one.Tip.Section != next.Tip.Section || next.At >= one.At + Month, $"{way}: {one} and {next}");
        }
    }

    private static void AssertFresh(List<Shown> shown, int bank, string way)
    {
        for (var i = 0; i < shown.Count; i++)
        {
            var again = shown.FindIndex(i + 1, other => other.Tip.Id == shown[i].Tip.Id);

            // Within 30 days only when so many others came between that the bank has no fresh one left.
            Assert.True(
                again < 0 || shown[again].At >= shown[i].At + Month
                    || shown[(i + 1)..again].Select(one => one.Tip.Id).Distinct().Count() >= bank - 1 - RareOnes,
                $"{way}: {shown[i].Tip.Id} at {shown[i].At} and {shown[Math.Max(again, 0)].At}");
        }
    }

    // These may have to wait for their place while the others come round.
    private const int RareOnes = 6;

    private static void AssertRare(List<Shown> shown, string way)
    {
        var doctors = shown.Select((one, at) => (one.Tip.Topic, At: at)).Where(one => one.Topic == "see-a-doctor").Select(one => one.At).ToList();
        Assert.All(doctors.Zip(doctors.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 20, $"{way}: {pair}"));
    }

    private static List<List<Shown>> Everyone(ImmutableArray<Tip> bank, int[] hours, int asked, int count = 240) =>
    [
        .. Enumerable.Range(0, People).Select(i =>
        {
            var person = Someone(i);
            var shown = new List<Shown>();
            Go(shown, ref person, bank, hours, asked, count);
            return shown;
        }),
    ];

    // What somebody is shown, by nudges and on asking, with no more known than the ledger's 30 days and what the person keeps.
    private static void Go(List<Shown> shown, ref Person person, ImmutableArray<Tip> bank, int[] hours, int asked, int count)
    {
        var now = shown.Count > 0 ? shown[^1].At : Some.At(8, 0);
        var ledger = shown.Where(one => !one.Asked).Select(one => Carrying(one.Tip, one.At)).ToList();
        for (var i = 0; i < count; i++)
        {
            // A second more, so that no two are at one instant.
            now += Duration.FromHours(hours[i % hours.Length]) + Duration.FromSeconds(1);
            var from = now - Month;
            ledger.RemoveAll(row => row.NotBefore <= from);
            var tip = TipRotation.Next(bank, Some.Facts(person, nudges: [.. ledger]), now)!;
            var isAsked = i % 4 < asked;
            person = isAsked ? person.Asked(tip, now) : person;
            if (!isAsked)
            {
                ledger.Add(Carrying(tip, now));
            }

            shown.Add(new Shown(now, tip, isAsked));
        }
    }

    private static Person Someone(int i) => Some.Person() with { Id = PersonOf(i) };

    private static PersonId PersonOf(int i) => new(DerivedId.From("person", i.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static Tip TipOf(string id, string section, string topic = "topic") => new(id, $"Tip {id}.", topic, section);

    private static Outgoing Carrying(Tip tip, Instant at) => Sent with { NotBefore = at, Nudge = Sent.Nudge! with { Tip = tip.Id } };

    private sealed record Shown(Instant At, Tip Tip, bool Asked);
}
