using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Nudging.Tips;
using WalkBuddyBot.Tests.Domain;

namespace WalkBuddyBot.Tests.Nudging;

public sealed class TipRotationTests
{
    private static readonly Duration Month = Duration.FromDays(30);

    [Fact]
    public void None_comes_twice_within_thirty_days_while_the_bank_allows()
    {
        var shown = Year(FakeTips.Bank(12), perDay: 1);

        Assert.All(shown, one => Assert.DoesNotContain(shown, other =>
            other.At > one.At && other.At < one.At + Month && other.Tip.Id == one.Tip.Id));
    }

    [Theory]
    [InlineData(2, 6)]
    [InlineData(12, 1)]
    [InlineData(12, 6)]
    public void Never_the_same_section_twice_running(int topics, int perDay)
    {
        // The last topic is see-a-doctor, which a bank of two topics could hardly do without; leave it out there.
        var bank = FakeTips.Bank(topics + 1).All.Where(tip => tip.Topic != "see-a-doctor");

        var shown = Year(new FakeTips([.. bank]), perDay);

        Assert.All(shown.Zip(shown.Skip(1)), pair => Assert.NotEqual(pair.First.Tip.Section, pair.Second.Tip.Section));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(6)]
    public void See_a_doctor_comes_at_most_once_in_twenty_and_does_come(int perDay)
    {
        var shown = Year(FakeTips.Bank(12), perDay).ConvertAll(one => one.Tip.Topic == "see-a-doctor");

        Assert.Contains(true, shown);
        Assert.All(Enumerable.Range(0, shown.Count - 19), start => Assert.True(shown.Skip(start).Take(20).Count(doctor => doctor) <= 1));
    }

    [Fact]
    public void Over_a_year_every_tip_is_seen()
    {
        var bank = FakeTips.Bank(15);

        var seen = Year(bank, perDay: 1).Select(one => one.Tip.Id).Distinct();

        // See-a-doctor is rare by rule; at one nudge a day its three tips need not all come round.
        Assert.Equal([], bank.All.Where(tip => tip.Topic != "see-a-doctor").Select(tip => tip.Id).Except(seen));
    }

    [Fact]
    public void When_all_were_seen_none_comes_a_third_time_before_each_came_twice()
    {
        var bank = new FakeTips([.. FakeTips.Bank(5).All.Where(tip => tip.Topic != "see-a-doctor")]);

        var times = Year(bank, perDay: 1).Take(24).CountBy(one => one.Tip.Id).Select(count => count.Value);

        Assert.All(times, count => Assert.InRange(count, 1, 3));
        Assert.Equal(12, times.Count());
    }

    [Fact]
    public void Two_people_get_two_orders_and_one_person_the_same_again()
    {
        var bank = FakeTips.Bank(12);
        var other = new PersonId(DerivedId.From("person", "somebody else"));

        var first = Year(bank, perDay: 1).ConvertAll(one => one.Tip.Id);

        Assert.Equal(first, Year(bank, perDay: 1).ConvertAll(one => one.Tip.Id));
        Assert.NotEqual(first, Year(bank, perDay: 1, other).ConvertAll(one => one.Tip.Id));
    }

    [Fact]
    public void A_nudge_that_was_dropped_showed_nobody_its_tip()
    {
        var bank = FakeTips.Bank(12);
        var first = TipRotation.Next(bank.All, Some.Facts(), Some.At(10, 30))!;
        var dropped = Carrying(first, Some.At(10, 30)) with { State = OutgoingState.Dropped };

        Assert.Equal(first, TipRotation.Next(bank.All, Some.Facts(nudges: [dropped]), Some.At(11, 30)));
    }

    // The busiest have seen as many tips in three months as others in a year.
    private static int DaysFor(int perDay) => perDay == 1 ? 365 : 90;

    // What somebody is shown, with no more known than the ledger's 30 days.
    private static List<(Instant At, Tip Tip)> Year(FakeTips bank, int perDay, PersonId? who = null)
    {
        var person = Some.Person() with { Id = who ?? Some.Person().Id };
        var shown = new List<(Instant At, Tip Tip)>();
        for (var i = 0; i < DaysFor(perDay) * perDay; i++)
        {
            var now = Some.At(8, 0) + Duration.FromDays(i / perDay) + Duration.FromHours(i % perDay);
            ImmutableArray<Outgoing> ledger = [.. shown.Where(one => one.At > now - Month).Select(one => Carrying(one.Tip, one.At))];
            shown.Add((now, TipRotation.Next(bank.All, Some.Facts(person, nudges: ledger), now)!));
        }

        return shown;
    }

    private static Outgoing Carrying(Tip tip, Instant at)
    {
        var nudge = Some.Nudge(state: OutgoingState.Sent);
        return nudge with { Id = new OutgoingId(DerivedId.From("row", at.ToString())), NotBefore = at, Nudge = nudge.Nudge! with { Tip = tip.Id } };
    }
}
