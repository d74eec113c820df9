using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using NodaTime;

namespace WalkBuddyBot.BotFramework.DirectLine.Tokens;

/// <summary>
/// Signs and reads tokens, tickets and cookies: JWT (RFC 7519) with HMAC-SHA-256 and no other algorithm. Anyone can read them, so
/// they hold random ids only.
/// </summary>
internal sealed class DirectLineTokens(Keyring keys, IClock clock, IOptions<DirectLineOptions> options)
{
    private const string Algorithm = SecurityAlgorithms.HmacSha256;
    private const string User = "user";
    private const string Conversation = "conv";
    private const string Watermark = "after";

    // A value of ours has some 400 characters; whatever is far longer is not read at all.
    private readonly JsonWebTokenHandler _handler = new() { SetDefaultTimesOnTokenCreation = false, MaximumTokenSizeInBytes = 4096 };

    public Task<string> TokenAsync(string user, string conversation, CancellationToken cancellationToken) =>
        SignAsync(new Grant(user, conversation, 0), Audience.Token, options.Value.TokenLife, cancellationToken);

    public Task<string> TicketAsync(string user, string conversation, long watermark, CancellationToken cancellationToken) =>
        SignAsync(new Grant(user, conversation, watermark), Audience.Ticket, options.Value.TicketLife, cancellationToken);

    public Task<string> VisitorAsync(string user, CancellationToken cancellationToken) =>
        SignAsync(new Grant(user, "", 0), Audience.Visitor, options.Value.VisitorLife, cancellationToken);

    public async Task<TokenReading> ReadAsync(string? text, string audience, CancellationToken cancellationToken)
    {
        if (Parse(text) is not { } token || !string.Equals(token.Alg, Algorithm, StringComparison.Ordinal)
            || await keys.FindAsync(token.Kid ?? "", cancellationToken) is not { } key)
        {
            return new TokenReading.Unreadable();
        }

        var result = await _handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidAlgorithms = [Algorithm],
            IssuerSigningKey = new SymmetricSecurityKey(key.Secret.ToArray()) { KeyId = key.Id },
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuer = false,
            ValidAudience = audience,
            LifetimeValidator = (_, expires, _, _) => expires is { } end && clock.GetCurrentInstant().ToDateTimeUtc() < end,
        });
        return result switch
        {
            { IsValid: true } => Granted(token, audience),
            { Exception: SecurityTokenInvalidLifetimeException }
                when token.ValidTo > DateTime.MinValue && token.Audiences.SequenceEqual([audience]) =>
                new TokenReading.Expired(),
            _ => new TokenReading.Unreadable(),
        };
    }

    private static TokenReading Granted(JsonWebToken token, string audience)
    {
        var user = Claim(token, User);
        var conversation = Claim(token, Conversation);
        if (user.Length == 0 || (conversation.Length == 0 && audience != Audience.Visitor))
        {
            return new TokenReading.Unreadable();
        }

        return new TokenReading.Good(new Grant(user, conversation, token.TryGetPayloadValue<long>(Watermark, out var after) ? after : 0));
    }

    private static string Claim(JsonWebToken token, string name) =>
        token.TryGetPayloadValue<string>(name, out var value) ? value ?? "" : "";

    private async Task<string> SignAsync(Grant grant, string audience, TimeSpan life, CancellationToken cancellationToken)
    {
        var key = await keys.NewestAsync(cancellationToken);
        var now = clock.GetCurrentInstant();
        var claims = new Dictionary<string, object> { [User] = grant.User, [JwtRegisteredClaimNames.Jti] = RandomIds.Hex() };
        if (audience != Audience.Visitor)
        {
            claims[Conversation] = grant.Conversation;
        }

        if (audience == Audience.Ticket)
        {
            claims[Watermark] = grant.Watermark;
        }

        return _handler.CreateToken(new SecurityTokenDescriptor
        {
            Audience = audience,
            Claims = claims,
            IssuedAt = now.ToDateTimeUtc(),
            Expires = (now + Duration.FromTimeSpan(life)).ToDateTimeUtc(),
            SigningCredentials = new SigningCredentials(new SymmetricSecurityKey(key.Secret.ToArray()) { KeyId = key.Id }, Algorithm),
        });
    }

    private JsonWebToken? Parse(string? text)
    {
        try
        {
            return string.IsNullOrEmpty(text) || text.Length > _handler.MaximumTokenSizeInBytes ? null : _handler.ReadJsonWebToken(text);
        }
        catch (Exception unreadable) when (unreadable is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }
}
