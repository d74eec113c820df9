using System.Collections.Immutable;
using CsCheck;
using NodaTime;
using WalkBuddyBot.Domain;
using WalkBuddyBot.Storage.Json;

namespace WalkBuddyBot.Tests.Storage.Json;

/// <summary>What is written comes back.</summary>
public sealed class StoreJsonTests
{
    private const int Samples = 300;

    private static readonly Gen<LocalTime> Time = Gen.Int[0, 1439].Select(minute => LocalTime.FromMinutesSinceMidnight(minute));
    private static readonly Gen<Instant> Moment =
        Gen.Long[0, 4_000_000_000_000_000_000].Select(nanos => Instant.FromUnixTimeTicks(0).PlusNanoseconds(nanos));
    private static readonly Gen<LocalDateTime> Local = Moment.Select(at => at.InUtc().LocalDateTime);
    private static readonly Gen<IsoDayOfWeek> Day = Gen.Int[1, 7].Select(day => (IsoDayOfWeek)day);
    private static readonly Gen<string> Words = Gen.String;

    private static readonly Gen<Recurrence> Recurring = Gen.OneOf(
        Gen.Select(Day.Array[1, 7], Time.Array[1, 6], (days, times) => (Recurrence)Recurrence.Weekly.At(days.Distinct(), times)),
        Gen.Select(Gen.Int[1, 600], Time, Time, Day.Array[1, 7], (minutes, from, to, days) => (Recurrence)new Recurrence.Every(minutes, from, to, [.. days])),
        Local.Select(at => (Recurrence)new Recurrence.Once(at)),
        Moment.Select(at => (Recurrence)new Recurrence.After(at)));

    private static readonly Gen<CardModel?> Card = Gen.OneOf(
        Gen.Select(Words, Words, Words, (a, b, c) => (CardModel?)new CardModel.Nudge(a, null, b, c, a)),
        Gen.Select(Words, Words, Words, (a, b, c) => (CardModel?)new CardModel.Nudge(a, b, c, a, b)),
        Words.Select(line => (CardModel?)new CardModel.Folded(line)),
        Words.Select(json => (CardModel?)new CardModel.Export(json)),
        Words.Select(_ => (CardModel?)null));

    private static readonly Gen<Choice> Way = Gen.Select(
        Words, Words, Gen.Guid, Gen.Bool, (title, verb, id, about) =>
            Choice.Of(title, verb, ("a", title)) with { About = about ? new OutgoingId(id) : null });

    private static readonly Gen<Reply> Said = Gen.Select(
        Words, Way.Array[0, 4], Card, Gen.Int[0, 3], (text, ways, card, urgency) =>
            Reply.Say(text, [.. ways]) with { Card = card, Urgency = (Urgency)urgency });

    [Fact]
    public void Every_recurrence_comes_back() => Recurring.Always(Comes_back, Samples);

    [Fact]
    public void Every_reply_comes_back() => Said.Always(Comes_back, Samples);

    [Fact]
    public void Every_standing_comes_back()
    {
        Standing[] all = [new Standing.On(), new Standing.Paused(Instant.FromUtc(2026, 11, 23, 9, 0), ByAlarm: true), new Standing.Stopped(), new Standing.Leaving()];

        Assert.All(all, standing => Assert.Equal(standing, StoreJson.Read<Standing>(StoreJson.Write(standing))));
    }

    [Fact]
    public void Every_case_of_a_family_has_a_value_here()
    {
        Assert.Equal(["After", "Every", "Once", "Weekly"], Cases<Recurrence>());
        Assert.Equal(["Export", "Folded", "Nudge"], Cases<CardModel>());
        Assert.Equal(["Leaving", "On", "Paused", "Stopped"], Cases<Standing>());
    }

    [Fact]
    public void A_recurrence_is_equal_in_substance_after_the_way_there_and_back()
    {
        var weekly = Recurrence.Weekly.At([IsoDayOfWeek.Monday, IsoDayOfWeek.Friday], new LocalTime(9, 0), new LocalTime(14, 30));

        var back = Assert.IsType<Recurrence.Weekly>(StoreJson.Read<Recurrence>(StoreJson.Write<Recurrence>(weekly)));

        Assert.Equal(weekly.Times.Keys, back.Times.Keys);
        Assert.All(weekly.Times, day => Assert.Equal(day.Value.AsEnumerable(), back.Times[day.Key]));
        Assert.Equal("""{"is":"Once","at":"2026-11-24T12:00:00"}""", StoreJson.Write<Recurrence>(new Recurrence.Once(new LocalDateTime(2026, 11, 24, 12, 0))));
    }

    [Fact]
    public void Dates_left_out_are_kept_and_none_are_not_written()
    {
        var daily = new Recurrence.Every(60, new LocalTime(9, 0), new LocalTime(12, 0), [IsoDayOfWeek.Monday]);

        var back = StoreJson.Read<Recurrence>(StoreJson.Write<Recurrence>(daily with { LeftOut = [new LocalDate(2026, 11, 30)] }));

        Assert.Equal(new LocalDate(2026, 11, 30), Assert.Single(back.LeftOut!.Value));
        Assert.DoesNotContain("leftOut", StoreJson.Write<Recurrence>(daily));
        Assert.Null(StoreJson.Read<Recurrence>(StoreJson.Write<Recurrence>(daily)).LeftOut);
    }

    [Fact]
    public void An_error_does_not_quote_what_it_could_not_read()
    {
        var error = Assert.Throws<UnreadableRowException>(() => StoreJson.Read<Reply>("""{"text":"my secret", "choices":7}"""));

        Assert.DoesNotContain("secret", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_left_out_because_it_was_null_is_null_again()
    {
        var dialog =
            new DialogState(null, null, null, null, 0, Instant.FromUtc(2026, 11, 23, 9, 0), ImmutableDictionary<string, string>.Empty);

        Assert.Null(StoreJson.Read<DialogState>(StoreJson.Write(dialog)).LastTopic);
    }

    // Collections compare by reference, so the text of the value that came back stands for it.
    private static void Comes_back<T>(T value)
        where T : class => Assert.Equal(StoreJson.Write(value), StoreJson.Write(StoreJson.Read<T>(StoreJson.Write(value))));

    private static IEnumerable<string> Cases<T>() =>
        typeof(T).GetNestedTypes().Where(type => type.BaseType == typeof(T)).Select(type => type.Name).Order(StringComparer.Ordinal);
}
