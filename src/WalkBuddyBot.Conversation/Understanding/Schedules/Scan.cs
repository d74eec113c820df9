using System.Collections.Immutable;
using NodaTime;
using WalkBuddyBot.Conversation.Understanding.Words;

namespace WalkBuddyBot.Conversation.Understanding.Schedules;

/// <summary>What a message names of times and places, and the tokens that are none of it.</summary>
/// <param name="Folded">The text the tokens were cut from.</param>
/// <param name="Tokens">All tokens.</param>
/// <param name="Pieces">What was recognised, in order, without overlap.</param>
/// <param name="Rest">The other words and numbers, in order; signs are left out.</param>
internal sealed record Scan(string Folded, ImmutableArray<Token> Tokens, ImmutableArray<Piece> Pieces, ImmutableArray<Token> Rest)
{
    // On equal length the earlier one wins.
    private static readonly ImmutableArray<IRecogniser> Recognisers =
    [
        new Intervals(), new Windows(), new Dates(), new Days(), new Rhythms(), new Spans(), new Clocks(), new Parts(), new ZoneNames(),
    ];

    // What is walked is looked for only where walks are told of or aimed at: elsewhere "2 walks" must stay unread, and be asked about.
    private static readonly ImmutableArray<IRecogniser> WithAmounts = [new Pers(), new Measures(), .. Recognisers];

    /// <summary>The first impossible value, if any.</summary>
    public Fault? Fault => Pieces.OfType<Piece.Bad>().Select(bad => new Fault(bad.Code, WordsOf(bad))).FirstOrDefault();

    /// <param name="folded">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="today">The local date.</param>
    /// <param name="amounts">Whether distances, steps and walks are read too.</param>
    public static Scan Over(string folded, ImmutableArray<Token> tokens, LocalDate today, bool amounts = false)
    {
        var recognisers = amounts ? WithAmounts : Recognisers;
        var reader = new Reader(tokens, today);
        var pieces = ImmutableArray.CreateBuilder<Piece>();
        var rest = ImmutableArray.CreateBuilder<Token>();
        for (var at = 0; at < tokens.Length;)
        {
            if (Longest(recognisers, reader, at) is { } piece)
            {
                pieces.Add(piece);
                at = piece.End;
                continue;
            }

            if (tokens[at].Kind != TokenKind.Mark)
            {
                rest.Add(tokens[at]);
            }

            at++;
        }

        return new(folded, tokens, pieces.DrainToImmutable(), rest.DrainToImmutable());
    }

    /// <summary>The words of a piece as they stand in the text.</summary>
    public string WordsOf(Piece piece) => Folded[Tokens[piece.Start].Start..Tokens[piece.End - 1].End];

    /// <summary>Whether one of these words stands right before a piece.</summary>
    public bool FollowsA(Piece piece, params ReadOnlySpan<string> words) => piece.Start > 0 && words.Contains(Tokens[piece.Start - 1].Text);

    private static Piece? Longest(ImmutableArray<IRecogniser> recognisers, Reader reader, int at)
    {
        Piece? longest = null;
        foreach (var recogniser in recognisers)
        {
            if (recogniser.At(reader, at) is { } piece && piece.Length > (longest?.Length ?? 0))
            {
                longest = piece;
            }
        }

        return longest;
    }
}
