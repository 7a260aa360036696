using AwesomeAssertions;
using OnRecord.Knowledge;

namespace OnRecord.Tests.Knowledge;

public sealed class NameFormTests
{
    [Theory]
    [InlineData("NATO", "NATO")]
    [InlineData("World Trade Organization", "World Trade Organization")]
    [InlineData("The North Atlantic Council", "North Atlantic Council")]
    [InlineData("the Kremlin", "Kremlin")]
    [InlineData("Theresa May", "Theresa May")]
    [InlineData(" Theresa  May ", "Theresa May")]
    [InlineData("Theresa\nMay", "Theresa May")]
    [InlineData("Theresa\u00A0May", "Theresa May")]
    [InlineData("Martin O\u2019Malley", "Martin O'Malley")]
    [InlineData("Ban Ki\u2011moon", "Ban Ki-moon")]
    [InlineData("", "")]
    public void A_name_has_one_form_to_be_looked_up_under(string name, string form)
    {
        NameForm.Of(name).Should().Be(form);
        NameForm.IsPlain(name.AsSpan()).Should().Be(name == form);
        NameForm.IsPlain(form.AsSpan()).Should().BeTrue();
    }
}
