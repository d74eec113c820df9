using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using NodaTime;
using NodaTime.Serialization.SystemTextJson;
using WalkBuddyBot.Domain;

namespace WalkBuddyBot.Storage.Json;

/// <summary>
/// The domain's records as JSON, without a word about JSON in the domain. A closed family of records is written with the name of its case
/// under <c>is</c>. What is not nullable must be there when it is read, so that a damaged row is noticed; a member that the domain
/// gains later must be nullable, and is null in older rows.
/// </summary>
internal static class StoreJson
{
    private static readonly JsonSerializerOptions Options = Make();

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    /// <exception cref="UnreadableRowException">The text is not what was written here.</exception>
    public static T Read<T>(string text)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options) ?? throw new UnreadableRowException($"A {typeof(T).Name} is null.");
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or ArgumentException or FormatException)
        {
            // The inner message may quote the row: what a person typed must not reach a log, so only its kind is kept.
            throw new UnreadableRowException($"A {typeof(T).Name} cannot be read ({error.GetType().Name}).");
        }
    }

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            IgnoreReadOnlyProperties = true,
            AllowOutOfOrderMetadataProperties = true,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameTheCases, LetNullableBeAbsent } },
        };
        options.Converters.Add(new JsonStringEnumConverter());
        return options.ConfigureForNodaTime(DateTimeZoneProviders.Tzdb);
    }

    private static void NameTheCases(JsonTypeInfo info)
    {
        if (!info.Type.IsAbstract || info.Type.Assembly != typeof(Person).Assembly)
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions
        {
            TypeDiscriminatorPropertyName = "is",
            UnknownDerivedTypeHandling = JsonUnknownDerivedTypeHandling.FailSerialization,
        };
        foreach (var type in info.Type.GetNestedTypes().Where(type => type.BaseType == info.Type))
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(type, type.Name));
        }
    }

    private static void LetNullableBeAbsent(JsonTypeInfo info)
    {
        foreach (var property in info.Properties.Where(property => property.IsSetNullable))
        {
            property.IsRequired = false;
        }
    }
}
